using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using SearchNotes.Cli.Commands;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli;

/// <summary>Parses the arguments, runs one command, and turns errors into a sentence and an exit code.</summary>
internal static class CommandLine
{
    // A query may contain @property and -word, which are neither response files nor bundled options.
    private static readonly ParserConfiguration Parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context, CancellationToken cancel = default)
    {
        var screen = Screen.Error(context);
        var parsed = Root(context).Parse(arguments, Parser);
        if (!Answers(parsed) && UsageError(parsed) is { } usageError)
            return Fail(usageError);

        try
        {
            return await parsed.InvokeAsync(Invocation(context), cancel);
        }
        catch (SearchNotesException e)
        {
            return Fail(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped; nothing was changed.");
        }
        catch (Exception e)
        {
            return Fail($"This is a bug in SearchNotes; please report it with the lines below.\n{e}");
        }

        int Fail(string sentence)
        {
            context.Out.Flush();
            screen.Line(sentence, TextStyle.Error);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(CommandContext context)
    {
        var options = new SharedOptions();
        var root = new RootCommand("Search for blogs with conference notes: finds the talk, shows why it matched, links to its heading.")
        {
            HelpName = "searchnotes",
            Subcommands =
            {
                new InitCommand(context, options).Create(),
                new ServeCommand(context, options).Create(),
                new ReindexCommand(context, options).Create(),
                new SearchCommand(context, options).Create(),
                new CheckCommand(context, options).Create(),
                new TalkCommand(context, options).Create(),
                new StatsCommand(context, options).Create(),
                new ExportCommand(context, options).Create(),
                new DoctorCommand(context, options).Create(),
                new InsightsCommand(context, options).Create(),
                new McpCommand(context, options).Create(),
                new BackupCommand(context, options).CreateBackup(),
                new BackupCommand(context, options).CreateRestore(),
                new CompletionCommand(context).Create(),
            },
        };
        root.Add(new ManCommand(context).Create(root));
        var help = new HelpPage(context.Width);
        root.Options.OfType<HelpOption>().Single().Action = help;
        root.Options.OfType<VersionOption>().Single().Action = new VersionLine();
        root.SetAction(parsed =>
        {
            help.Invoke(parsed);
            return ExitCode.Failed;
        });
        return root;
    }

    private static InvocationConfiguration Invocation(CommandContext context) => new()
    {
        Output = context.Out,
        Error = context.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null, // Program.cs handles signals.
    };

    /// <summary>Whether the arguments ask about the program: for help, for the version, or for the words that complete a line.</summary>
    private static bool Answers(ParseResult parsed) =>
        parsed.Action is HelpPage or VersionLine || parsed.Tokens is [{ Type: TokenType.Directive }, ..];

    /// <summary>Returns the usage error with its remedy, or <see langword="null"/> when the arguments are valid.</summary>
    private static string? UsageError(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "searchnotes" : $"searchnotes {command.Name}";
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        var sentence = Unknown(parsed) is { } typed
            ? $"Unrecognized command or argument {typed}{(Nearest.To(typed, known) is { } meant ? $"; did you mean {meant}?" : ".")}"
            : parsed.Errors is [var error, ..] ? error.Message : null;
        return sentence is null ? null : $"{sentence} Try: {name} --help";
    }

    /// <summary>Returns the first unrecognized token, or <see langword="null"/>. The parser accepts a mistyped option as an argument;
    /// a word that starts with <c>--</c> is an argument only after <c>--</c>.</summary>
    private static string? Unknown(ParseResult parsed) => parsed.UnmatchedTokens is [var first, ..]
        ? first
        : parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
}
