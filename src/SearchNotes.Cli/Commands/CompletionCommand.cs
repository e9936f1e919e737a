using System.CommandLine;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes completion</c>: prints the script that makes a shell complete commands, options and their values.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class CompletionCommand(CommandContext context)
{
    private readonly Argument<string> shell = new("SHELL") { HelpName = "SHELL", Description = string.Join(", ", Shell.All.Select(shell => shell.Name)) };

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("completion", "Print the script that makes a shell complete commands, options and values.")
        {
            Examples = [.. Shell.All.Where(shell => shell.Name is "bash" or "zsh")
                .Select(shell => new Example(shell.Start, $"In ~/.{shell.Name}rc"))],
        };
        shell.AcceptOnlyFromAmong([.. Shell.All.Select(shell => shell.Name)]);
        command.Add(shell);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var chosen = Shell.All.Single(known => known.Name == parsed.GetValue(shell));
        context.Out.WriteLine(chosen.Script);
        if (context.OutIsTerminal)
            Screen.Error(context).Line($"To load it at every start of {chosen.Name}: {chosen.Start}", TextStyle.Secondary);
        return ExitCode.Done;
    }
}
