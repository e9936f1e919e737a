using SearchNotes.Api.Search;
using SearchNotes.Indexing;

namespace SearchNotes.Api.Reindexing;

/// <summary>A run of the reindexer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">running, done or failed.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="Done">Posts read so far.</param>
/// <param name="Total">Posts to read; 0 until that is known.</param>
/// <param name="Path">The post read last; null before the first.</param>
/// <param name="Error">Why it failed, with the remedy; null otherwise.</param>
/// <param name="Report">What it did; null until it is done.</param>
internal sealed record TaskAnswer(
    string Id,
    [property: WordOf<ReindexStatus>] string Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Done,
    int Total,
    string? Path,
    string? Error,
    TaskReport? Report)
{
    public static TaskAnswer Of(ReindexTask task)
    {
        var state = task.State;
        return new(
            task.Id,
            ApiNames.Of(state.Status),
            task.StartedAt,
            state.FinishedAt,
            state.Progress.Done,
            state.Progress.Total,
            state.Progress.Path,
            state.Fault?.Message,
            state.Report is null ? null : TaskReport.Of(state.Report));
    }
}

/// <summary>What a run did.</summary>
/// <param name="Full">Whether everything was built anew.</param>
/// <param name="FullBecause">Why, when nobody asked for it; null otherwise.</param>
/// <param name="Posts">Posts in the index now.</param>
/// <param name="Talks">Talks in the index now.</param>
/// <param name="Added">Posts that are new.</param>
/// <param name="Changed">Posts whose text changed.</param>
/// <param name="Moved">Posts found under another path.</param>
/// <param name="Deleted">Posts that are gone.</param>
/// <param name="Unchanged">Posts left as they were.</param>
/// <param name="LeftOut">Posts that stay out, with the reason.</param>
/// <param name="WarningCount">How many warnings there were.</param>
/// <param name="Warnings">The first of them, a thousand in an answer of the API.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Generation">Number of the commit now.</param>
internal sealed record TaskReport(
    bool Full,
    string? FullBecause,
    int Posts,
    int Talks,
    int Added,
    int Changed,
    int Moved,
    int Deleted,
    int Unchanged,
    IReadOnlyList<LeftOutFile> LeftOut,
    int WarningCount,
    IReadOnlyList<FileWarning> Warnings,
    double Seconds,
    long Generation)
{
    public static TaskReport Of(ReindexReport report, int maxWarnings = 1000) => new(
        report.Full,
        report.FullBecause,
        report.Posts,
        report.Talks,
        report.Added,
        report.Changed,
        report.Moved,
        report.Deleted,
        report.Unchanged,
        [.. report.Skipped.Select(post => new LeftOutFile(post.Path, post.Reason))],
        report.Warnings.Count,
        [.. report.Warnings.Take(maxWarnings).Select(warning => new FileWarning(warning.Path, warning.Line, warning.Message))],
        Math.Round(report.Took.TotalSeconds, 3),
        report.Generation);
}

/// <summary>A post that stays out of the index.</summary>
/// <param name="Path">The file below the corpus folder.</param>
/// <param name="Reason">Why.</param>
internal sealed record LeftOutFile(string Path, string Reason);

/// <summary>Something odd in a post.</summary>
/// <param name="Path">The file below the corpus folder.</param>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
/// <param name="Message">What is odd, and what was done about it.</param>
internal sealed record FileWarning(string Path, int Line, string Message);
