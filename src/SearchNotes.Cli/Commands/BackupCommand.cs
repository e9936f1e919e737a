using System.CommandLine;
using System.Globalization;
using SearchNotes.Api.Responses;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing.Backups;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes backup</c> and <c>searchnotes restore</c>: save the index to one file and restore it.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class BackupCommand(CommandContext context, SharedOptions options)
{
    /// <summary>Creates the <c>backup</c> command.</summary>
    public Command CreateBackup() => Create(
        "backup",
        "Save the index to one file, even while it is being searched or written.",
        "ZIP file to write; an existing backup of that name is replaced",
        [new("searchnotes backup index.zip", "Before an experiment"),
            new("searchnotes backup ~/backups/search-$(date +%F).zip --index ~/blog/.search", "Every night")],
        (settings, file, cancel) => IndexBackup.Write(settings, file, cancel),
        (report, file, index) => $"{file}: {Contents(report)} as of {At(report)}, {Count.Of((report.Bytes + 1023) / 1024)} KiB, checked.");

    /// <summary>Creates the <c>restore</c> command.</summary>
    public Command CreateRestore() => Create(
        "restore",
        "Replace the index with a backup. A running server switches to it.",
        "File written by \"backup\"",
        [new("searchnotes restore index.zip", "Back to how it was"),
            new("searchnotes restore ~/backups/search-$(date +%F).zip --index ~/blog/.search", "An index in another folder")],
        (settings, file, cancel) => IndexRestore.Run(file, settings, cancel),
        (report, file, index) =>
            $"{Contents(report)} as of {At(report)} restored to {index}. Run \"searchnotes reindex\" to add later changes.");

    private DocumentedCommand Create(
        string name, string description, string fileDescription, IReadOnlyList<Example> examples,
        Func<string, string, CancellationToken, BackupReport> work, Func<BackupReport, string, string, string> sentence)
    {
        var file = new Argument<string>("FILE") { Description = fileDescription };
        var command = new DocumentedCommand(name, description) { Examples = examples };
        command.Add(file);
        foreach (var option in (Option[])[options.Index, options.Json, .. options.OfEngine, options.Settings])
            command.Add(option);
        command.SetAction((parsed, cancel) =>
        {
            var settings = options.Read(parsed, context);
            if (settings.Engine == SearchEngines.OpenSearch)
            {
                throw new SearchNotesException(Fault.Settings,
                    $"\"{name}\" saves an index folder, and this index is in a cluster: use the snapshots of OpenSearch, as docs/cluster.md shows.");
            }

            var (index, path) = (settings.Index, context.FullPath(parsed.GetRequiredValue(file)));
            var report = work(index, path, cancel);
            if (parsed.GetValue(options.Json))
                context.Out.WriteLine(AnswerJson.Of(report));
            else
                Screen.Out(context).Line(sentence(report, context.ShortPath(path), context.ShortPath(index)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string Contents(BackupReport report) => $"{Count.Of(report.Posts, "post")} with {Count.Of(report.Talks, "talk")}";

    private static string At(BackupReport report) => report.BuiltAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
