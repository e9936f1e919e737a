using System.CommandLine;
using System.Text.Json;
using SearchNotes.Cli.Exporting;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Reindexing;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Export;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes export</c>: writes the search as static files.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class ExportCommand(CommandContext context, SharedOptions options)
{
    private readonly Option<string> output =
        new("--out") { HelpName = "DIR", Description = "Folder for the files, created when missing", Required = true };

    private readonly Option<string> path = new("--base")
    {
        HelpName = "PATH",
        Description = "Path of that folder on the site [default: the path of site_url and the folder's name]",
    };

    private readonly Option<string[]> without =
        new("--without") { HelpName = "KIND", Description = "Leave out pages: talks, speakers, tags or events" };

    private readonly Option<bool> check =
        SharedOptions.Flag("--check", "Write nothing and exit with 1 when a link or a talk is broken");

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("export", "Write the search as static files, for blogs without a server.")
        {
            Examples =
            [
                new("searchnotes export --corpus corpus --out _site/search", "In the blog's build"),
                new("searchnotes export --out _site/notes --base /blog/notes/", "For a blog that is not at the root of its domain"),
                new("searchnotes export --out _site/search --index .search", "Keep the index: the next build reads only changed posts"),
                new("searchnotes export --corpus corpus --out _site/search --check", "Fail the build when a link leads nowhere"),
                new("searchnotes export --out _site/search --without tags --without events", "Leave out pages"),
            ],
        };
        path.Validators.Add(result =>
        {
            if (result.Tokens is [var typed] && !IsPath(typed.Value))
                result.AddError("--base must be a path such as /blog/search/, without query and fragment.");
        });
        without.AcceptOnlyFromAmong("talks", "speakers", "tags", "events");
        foreach (var option in new Option[] { options.Corpus, output, path, without, check, options.Index, options.Drafts, options.Anchors,
            options.Json, options.Settings })
        {
            command.Add(option);
        }
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = options.Read(parsed, context);
        var corpus = new Corpus(settings.ToCorpusOptions());
        var export = Options(parsed, settings, corpus);
        if (parsed.GetValue(check) && !IsWhole(settings, corpus, export))
            return ExitCode.NothingFound;

        var kept = parsed.GetResult(options.Index) is { Implicit: false };
        var index = kept ? settings.Index : Directory.CreateTempSubdirectory("searchnotes-export-").FullName;
        try
        {
            var reindexer = new Reindexer(corpus, index, context.Time);
            ReindexProgressView.Run(Screen.Error(context), progress => reindexer.Run(full: false, progress, cancel));
            using var searcher = TalkSearcher.Open(index);
            Write(parsed, Exporter.Run(export, searcher));
        }
        finally
        {
            if (!kept)
                Directory.Delete(index, recursive: true);
        }

        return ExitCode.Done;
    }

    /// <summary>Prints the problems, one per line, and returns whether there are none.</summary>
    private bool IsWhole(ProgramSettings settings, Corpus corpus, ExportOptions export)
    {
        var site = SurroundingSite.Around(export.Out, export.Base);
        var problems = ExportCheck.Run(corpus, site);
        foreach (var problem in problems)
            context.Error.WriteLine(Printable.Line(problem.Text(context.ShortPath(settings.Corpus))));
        if (site is null)
        {
            context.Error.WriteLine("Links of hits were not looked up: no page of the blog is around "
                + $"{context.ShortPath(export.Out)}, which is {export.Base} on the site.");
        }
        if (problems.Count > 0)
            context.Error.WriteLine($"{Count.Of(problems.Count, "problem")}; nothing was written.");
        return problems.Count == 0;
    }

    private void Write(ParseResult parsed, ExportReport report)
    {
        if (parsed.GetValue(options.Json))
        {
            context.Out.WriteLine(JsonSerializer.Serialize(report, ExportJson.Default.ExportReport));
            return;
        }

        var screen = Screen.Out(context);
        screen.Line($"{Count.Of(report.Documents, "document")} in {Count.Of(report.Files, "file")}, "
            + $"{Count.Of((report.Bytes + 1023) / 1024)} KiB; {Count.Of(report.Written)} written, {Count.Of(report.Removed)} removed.");
        screen.Line($"Generation {report.Generation} is in {context.ShortPath(parsed.GetValue(output)!)}."); // Not null: required.
    }

    private ExportOptions Options(ParseResult parsed, ProgramSettings settings, Corpus corpus)
    {
        var folder = context.FullPath(parsed.GetValue(output)!).TrimEnd(Path.DirectorySeparatorChar); // Not null: required.
        var site = settings.Everywhere.SiteUrl ?? corpus.Detected?.SiteUrl;
        return new ExportOptions
        {
            Out = folder,
            Base = Rooted(parsed.GetValue(path) ?? $"{PathOf(site)}/{Path.GetFileName(folder)}"),
            Title = settings.Server.Title,
            SiteUrl = site,
            Pages = (parsed.GetValue(without) ?? []).Aggregate(ExportedPages.All, (pages, kind) => pages & ~Kind(kind)),
        };
    }

    private static string Rooted(string typed) => $"/{typed.Trim('/')}/".Replace("//", "/", StringComparison.Ordinal);

    private static string PathOf(string? site) => Uri.TryCreate(site, UriKind.Absolute, out var address) ? address.AbsolutePath : "";

    private static ExportedPages Kind(string name) => name switch
    {
        "talks" => ExportedPages.Talks,
        "speakers" => ExportedPages.Speakers,
        "tags" => ExportedPages.Tags,
        _ => ExportedPages.Events,
    };

    private static bool IsPath(string typed) => typed.StartsWith('/') && typed.IndexOfAny(['?', '#', '"', '<', '\\']) < 0
        && !typed.Contains("//", StringComparison.Ordinal);
}
