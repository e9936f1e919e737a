using SearchNotes.Api.Search;
using SearchNotes.Indexing;

namespace SearchNotes.Api.Reindexing;

/// <summary>A run of the reindexer.</summary>
/// <param name="Id">The id of the run.</param>
/// <param name="Status">"running", "done" or "failed".</param>
/// <param name="StartedAt">Time of the start.</param>
/// <param name="FinishedAt">Time of the end; null while the run is active.</param>
/// <param name="Done">Number of posts read so far.</param>
/// <param name="Total">Number of posts to read; 0 until known.</param>
/// <param name="Path">The last post that was read; null before the first.</param>
/// <param name="Error">Why the run failed, with the remedy; null otherwise.</param>
/// <param name="Report">The result; null until the run is done.</param>
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

/// <summary>The result of a run.</summary>
/// <param name="Full">Whether the index was rebuilt from scratch.</param>
/// <param name="FullBecause">Why the index was rebuilt without a request for it; null otherwise.</param>
/// <param name="Posts">Number of posts in the index.</param>
/// <param name="Talks">Number of talks in the index.</param>
/// <param name="Added">Number of new posts.</param>
/// <param name="Changed">Number of posts whose text changed.</param>
/// <param name="Moved">Number of posts found under another path.</param>
/// <param name="Deleted">Number of deleted posts.</param>
/// <param name="Unchanged">Number of unchanged posts.</param>
/// <param name="LeftOut">Posts that are not indexed, with the reason.</param>
/// <param name="WarningCount">Number of all warnings.</param>
/// <param name="Warnings">The first warnings, at most 1,000 in an answer of the API.</param>
/// <param name="Seconds">Duration in seconds.</param>
/// <param name="Generation">Number of the new commit.</param>
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
        report.RebuildReason,
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

/// <summary>A post that is not indexed.</summary>
/// <param name="Path">The file below the corpus folder.</param>
/// <param name="Reason">Why the post is not indexed.</param>
internal sealed record LeftOutFile(string Path, string Reason);

/// <summary>A warning about a post.</summary>
/// <param name="Path">The file below the corpus folder.</param>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
/// <param name="Message">The problem, and how it was handled.</param>
internal sealed record FileWarning(string Path, int Line, string Message);
