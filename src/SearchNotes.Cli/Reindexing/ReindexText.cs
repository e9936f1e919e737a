using System.Globalization;
using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing;

namespace SearchNotes.Cli.Reindexing;

/// <summary>Writes the report of a reindex run as text.</summary>
/// <param name="screen">The screen to write to.</param>
/// <param name="corpusPath">The corpus folder relative to the working directory, so that paths in warnings can be opened.</param>
internal sealed class ReindexText(Screen screen, string corpusPath)
{
    /// <summary>Writes the posts left out, the warnings, and a summary.</summary>
    public void Write(ReindexReport report)
    {
        foreach (var post in report.Skipped)
            screen.Line(Printable.Line($"{InCorpus(post.Path)}: left out: {post.Reason}"), TextStyle.Secondary);
        foreach (var warning in report.Warnings)
            screen.Line(Printable.Line($"{InCorpus(warning.Path)}:{Math.Max(1, warning.Line)}: {warning.Message}"), TextStyle.Warning);

        if (report.RebuildReason is { } reason)
            screen.Line($"Full build: {reason}.");
        screen.Line(Summary(report), TextStyle.Title);
    }

    private static string Summary(ReindexReport report)
    {
        var seconds = report.Took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        var leftOut = report.Skipped.Count == 0 ? "" : $", {Count.Of(report.Skipped.Count)} left out";
        return $"{Count.Of(report.Posts, "post")} with {Count.Of(report.Talks, "talk")} in the index{leftOut}; files: {Changes(report)}{Warnings(report)}; {seconds} s.";
    }

    /// <summary>Counts the warnings. An incremental run only knows those of the posts that it read.</summary>
    private static string Warnings(ReindexReport report)
    {
        var count = Count.Of(report.Warnings.Count, "warning");
        return report.Full ? $"; {count}" : report.Added + report.Changed + report.Moved == 0 ? "" : $"; {count} in these";
    }

    private static string Changes(ReindexReport report)
    {
        string?[] changes =
            [Change(report.Added, "new"), Change(report.Changed, "changed"), Change(report.Moved, "moved"),
                Change(report.Deleted, "deleted")];
        var some = string.Join(", ", changes.OfType<string>());
        return some.Length == 0 ? "nothing changed" : some;
    }

    private static string? Change(int number, string what) => number == 0 ? null : $"{Count.Of(number)} {what}";

    private string InCorpus(string path) => Path.Combine(corpusPath, path);
}
