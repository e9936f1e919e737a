using SearchNotes.Indexing;

namespace SearchNotes.Api.Reindexing;

/// <summary>One run of the reindexer, as it goes. Written by the run, read by requests.</summary>
internal sealed class ReindexTask(string id, ReindexMode mode, DateTimeOffset startedAt) : IProgress<ReindexProgress>
{
    private readonly TaskCompletionSource underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private ReindexState state = new(ReindexStatus.Running, default, null, null, null);

    public string Id { get; } = id;

    public ReindexMode Mode { get; } = mode;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public bool IsRunning => State.Status == ReindexStatus.Running;

    /// <summary>Everything about it that changes, from one moment.</summary>
    public ReindexState State
    {
        get
        {
            lock (gate)
                return state;
        }
    }

    /// <summary>Ends when the run has read its first post or is over: from then on it is known whether it got the lock.</summary>
    public Task UnderWay => underWay.Task;

    /// <summary>Ends with the run.</summary>
    public Task Over => over.Task;

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
        underWay.TrySetResult();
        if (status != ReindexStatus.Running)
            over.TrySetResult();
    }
}

/// <summary>What a run is for.</summary>
internal enum ReindexMode
{
    /// <summary>Read what changed.</summary>
    Changes,

    /// <summary>Build everything anew.</summary>
    Full,

    /// <summary>Find the damage, move it aside and build anew.</summary>
    Heal,
}

/// <summary>How a run stands.</summary>
internal enum ReindexStatus
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>The index is up to date.</summary>
    Done,

    /// <summary>The old index stays.</summary>
    Failed,
}

/// <summary>How a run stands at one moment.</summary>
internal sealed record ReindexState(
    ReindexStatus Status, ReindexProgress Progress, ReindexReport? Report, SearchNotesException? Fault, DateTimeOffset? FinishedAt)
{
    /// <summary>Whether a report comes later than what is known. Threads may overtake each other; a run that finds damage begins
    /// again with other posts to do.</summary>
    public bool IsFollowedBy(ReindexProgress report) =>
        Status == ReindexStatus.Running && (report.Total != Progress.Total || report.Done > Progress.Done);
}
