using System.CommandLine;
using SearchNotes.Api.Responses;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Reindexing;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes reindex</c>: brings the index up to date with the posts.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class ReindexCommand(CommandContext context, SharedOptions options)
{
    private readonly Option<bool> full = SharedOptions.Flag("--full", "Rebuild the whole index");

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("reindex", "Bring the index up to date with the posts. Only changed posts are read.")
        {
            Examples =
            [
                new("searchnotes reindex", "After writing a post"),
                new("searchnotes reindex --corpus ~/blog/_posts --index ~/blog/.search", "A blog in another folder"),
                new("searchnotes reindex --strict", "In the blog's build: fail when a post has a warning"),
                new("searchnotes reindex --full --json", "Rebuild the whole index, and report to a program"),
            ],
        };
        foreach (var option in (Option[])[options.Corpus, options.Index, full, options.Drafts, options.Strict, options.Json,
            .. options.OfEngine, options.Settings])
        {
            command.Add(option);
        }
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = options.Read(parsed, context);
        var reindexer = settings.OpenEngine().Reindexer(new Corpus(settings.ToCorpusOptions()), context.Time);
        var errors = Screen.Error(context);

        var report = ReindexProgressView.Run(errors, progress => reindexer.Run(parsed.GetValue(full), progress, cancel));

        if (parsed.GetValue(options.Json))
            context.Out.WriteLine(AnswerJson.Of(report));
        else
            new ReindexText(Screen.Out(context), context.ShortPath(settings.Corpus)).Write(report);
        return parsed.GetValue(options.Strict) && report.Warnings.Count > 0 ? ExitCode.NothingFound : ExitCode.Done;
    }
}
