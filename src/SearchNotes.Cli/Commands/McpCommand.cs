using System.CommandLine;
using System.Runtime.CompilerServices;
using SearchNotes.Api.Assistants;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Settings;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes mcp</c>: serves the index to an assistant over standard input and output.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class McpCommand(CommandContext context, SharedOptions options)
{
    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("mcp",
            "Serve the index to an assistant (Model Context Protocol) over standard input and output. It can only search and read.")
        {
            Examples = [new("searchnotes mcp --index ~/blog/.search < /dev/null", "What the assistant's settings name as the command")],
        };
        foreach (var option in (Option[])[options.Corpus, options.Index, .. options.OfEngine, options.Settings])
            command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await ServeAsync(options.Read(parsed, context), cancel);
        return ExitCode.Done;
    }

    // As in serve: no other command loads the assemblies of the service.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task ServeAsync(ProgramSettings settings, CancellationToken cancel) =>
        AssistantServer.RunAsync(settings.ToServeOptions(), VersionLine.Version, cancel);
}
