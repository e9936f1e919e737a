using SearchNotes.Indexing;

namespace SearchNotes.Api.Reindexing;

/// <summary>A run of the reindexer and its progress. Thread-safe: the run writes it, requests read it.</summary>
internal sealed class ReindexTask(string id, ReindexMode mode, DateTimeOffset startedAt) : IProgress<ReindexProgress>
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private ReindexState state = new(ReindexStatus.Running, default, null, null, null);

    public string Id { get; } = id;

    public ReindexMode Mode { get; } = mode;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public bool IsRunning => State.Status == ReindexStatus.Running;

    /// <summary>A consistent snapshot of the run's progress and result.</summary>
    public ReindexState State
    {
        get
        {
            lock (gate)
                return state;
        }
    }

    /// <summary>Completes when the run has read its first post or is over. From then on it is known whether the run got the lock.</summary>
    public Task Started => started.Task;

    /// <summary>Completes when the run is over.</summary>
    public Task Finished => finished.Task;

    /// <inheritdoc/>
    public void Report(ReindexProgress value) => Change(now => now.IsFollowedBy(value) ? now with { Progress = value } : now);

    public void Finish(ReindexReport report, DateTimeOffset at) =>
        Change(now => now with { Status = ReindexStatus.Done, Report = report, FinishedAt = at });

    public void Fail(SearchNotesException fault, DateTimeOffset at) =>
        Change(now => now with { Status = ReindexStatus.Failed, Fault = fault, FinishedAt = at });

    private void Change(Func<ReindexState, ReindexState> next)
    {
        ReindexStatus status;
        lock (gate)
            status = (state = next(state)).Status;
        started.TrySetResult();
        if (status != ReindexStatus.Running)
            finished.TrySetResult();
    }
}

/// <summary>The purpose of a run.</summary>
internal enum ReindexMode
{
    /// <summary>Index the changed posts.</summary>
    Changes,

    /// <summary>Rebuild the index from scratch.</summary>
    Full,

    /// <summary>Move a damaged index aside and rebuild it from scratch.</summary>
    Repair,
}

/// <summary>The status of a run.</summary>
internal enum ReindexStatus
{
    /// <summary>The run is active.</summary>
    Running,

    /// <summary>The run has succeeded; the index is up to date.</summary>
    Done,

    /// <summary>The run has failed; the old index stays in use.</summary>
    Failed,
}

/// <summary>A snapshot of a run.</summary>
internal sealed record ReindexState(
    ReindexStatus Status, ReindexProgress Progress, ReindexReport? Report, SearchNotesException? Fault, DateTimeOffset? FinishedAt)
{
    /// <summary>Whether a progress report is newer than this snapshot. Threads may overtake each other, and a run that finds damage starts
    /// again with a different total.</summary>
    public bool IsFollowedBy(ReindexProgress report) =>
        Status == ReindexStatus.Running && (report.Total != Progress.Total || report.Done > Progress.Done);
}
