using System.CommandLine;
using SearchNotes.Cli.Help;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes man</c>: prints the manual page.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class ManCommand(CommandContext context)
{
    /// <summary>Creates the command.</summary>
    /// <param name="root">The program that the page describes.</param>
    public Command Create(RootCommand root)
    {
        var command = new DocumentedCommand("man", "Print the manual page, in the format of man.")
        {
            Examples = [new("searchnotes man > searchnotes.1", "Save it; man -l searchnotes.1 shows it")],
        };
        command.SetAction(_ => context.Out.Write(ManPage.Of(root, VersionLine.Version)));
        return command;
    }
}
