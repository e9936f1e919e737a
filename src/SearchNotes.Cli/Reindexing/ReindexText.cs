using System.Globalization;
using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing;

namespace SearchNotes.Cli.Reindexing;

/// <summary>What a run did, for people.</summary>
/// <param name="screen">Where it goes.</param>
/// <param name="corpusPath">The corpus folder as a person here would type it, so that warnings can be opened.</param>
internal sealed class ReindexText(Screen screen, string corpusPath)
{
    /// <summary>Writes warnings and what was left out, then the sum.</summary>
    public void Write(ReindexReport report)
    {
        foreach (var post in report.Skipped)
            screen.Line(Printable.Line($"{InCorpus(post.Path)}: left out: {post.Reason}"), TextStyle.Aside);
        foreach (var warning in report.Warnings)
            screen.Line(Printable.Line($"{InCorpus(warning.Path)}:{Math.Max(1, warning.Line)}: {warning.Message}"), TextStyle.Warning);

        if (report.FullBecause is { } reason)
            screen.Line($"Everything was built anew: {reason}.");
        screen.Line(Sum(report), TextStyle.Title);
    }

    private static string Sum(ReindexReport report)
    {
        var seconds = report.Took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        var leftOut = report.Skipped.Count == 0 ? "" : $", {Count.Of(report.Skipped.Count)} left out";
        return $"{Count.Of(report.Posts, "post")} with {Count.Of(report.Talks, "talk")} in the index{leftOut}; files: {Changes(report)}{Warnings(report)}; {seconds} s.";
    }

    /// <summary>A later run reads only what changed, and can speak only for that.</summary>
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
