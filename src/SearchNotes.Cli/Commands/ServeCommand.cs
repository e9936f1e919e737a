using System.CommandLine;
using System.Runtime.CompilerServices;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Reindexing;
using SearchNotes.Cli.Serving;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes serve</c>: brings the index up to date, then serves HTTP until it is stopped.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class ServeCommand(CommandContext context, SharedOptions options)
{
    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("serve", "Bring the index up to date and serve the search page, the search box and the API.")
        {
            Examples =
            [
                new("searchnotes serve", "Try it: http://localhost:5080"),
                new("searchnotes serve --corpus ~/blog/_posts --index ~/blog/.search", "A blog in another folder"),
                new("searchnotes serve --urls http://127.0.0.1:8080", "Another address, for example behind a proxy"),
                new("searchnotes serve --watch", "Show what you write as soon as you save it"),
                new("SEARCHNOTES_SITE_URL=https://blog.example searchnotes serve",
                    "Link to the live blog, and let its pages call the API"),
            ],
        };
        foreach (var option in (Option[])[options.Corpus, options.Index, options.Urls, options.Watch, options.Drafts,
            options.Semantic, .. options.OfEngine, options.Settings])
        {
            command.Add(option);
        }
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = options.Read(parsed, context);
        if (settings.Semantic)
            SemanticScorers.Check(settings);
        try
        {
            await BringUpToDateAsync(settings, cancel);
        }
        catch (SearchNotesException e) when (e.Fault != Fault.Settings && HasIndex(settings))
        {
            Screen.Error(context).Line($"{e.Message} Until then the existing index is served.", TextStyle.Warning);
        }

        return await ListenAsync(settings, cancel);
    }

    private async Task BringUpToDateAsync(ProgramSettings settings, CancellationToken cancel)
    {
        var screen = Screen.Out(context);
        var engine = settings.OpenEngine();
        // Servers that share an index would all write it at their start.
        if (engine.IsShared)
            return;
        var reindexer = engine.Reindexer(new Corpus(settings.ToCorpusOptions()), context.Time);
        if (!reindexer.IsBehind())
        {
            screen.Line("The index is up to date.");
            return;
        }

        // If the address is taken, the other process may be a server that uses the same index.
        await using var held = await HoldAddressesAsync(settings, cancel);
        var report = ReindexProgressView.Run(Screen.Error(context), progress => reindexer.Run(progress: progress, cancel: cancel));
        new ReindexText(screen, context.ShortPath(settings.Corpus)).Write(report);
    }

    private static bool HasIndex(ProgramSettings settings)
    {
        try
        {
            settings.OpenEngine().Open().Dispose();
            return true;
        }
        catch (SearchNotesException)
        {
            return false;
        }
    }

    // Compiling these methods loads the ASP.NET Core assemblies, so they are not inlined: no other command needs them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<IAsyncDisposable> HoldAddressesAsync(ProgramSettings settings, CancellationToken cancel) =>
        WebServer.HoldAddressesAsync(settings.ToServeOptions(), cancel);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<int> ListenAsync(ProgramSettings settings, CancellationToken cancel)
    {
        var serve = settings.ToServeOptions();
        if (!settings.Semantic)
            return await new WebServer(context).RunAsync(serve, cancel);
        var semantic = SemanticScorers.Open(settings, Screen.Error(context));
        using var opened = semantic as IDisposable;
        return await new WebServer(context).RunAsync(
            serve with { Semantic = semantic, Engine = new EmbeddedEngine(settings.Index, semantic) }, cancel);
    }
}
