using SearchNotes.Indexing;

namespace SearchNotes.Api.Reindexing;

/// <summary>One run of the reindexer, as it goes. Written by the run, read by requests.</summary>
internal sealed class ReindexTask(string id, ReindexMode mode, DateTimeOffset startedAt) : IProgress<ReindexProgress>
{
    private readonly TaskCompletionSource _underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private ReindexState _state = new(ReindexStatus.Running, default, null, null, null);

    public string Id { get; } = id;

    public ReindexMode Mode { get; } = mode;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public bool IsRunning => State.Status == ReindexStatus.Running;

    /// <summary>Everything about it that changes, from one moment.</summary>
    public ReindexState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    /// <summary>Ends when the run has read its first post or is over: from then on it is known whether it got the lock.</summary>
    public Task UnderWay => _underWay.Task;

    /// <summary>Ends with the run.</summary>
    public Task Over => _over.Task;

    /// <inheritdoc/>
    public void Report(ReindexProgress value) => Change(_state with { Progress = value });

    public void Finish(ReindexReport report, DateTimeOffset at) =>
        Change(_state with { Status = ReindexStatus.Done, Report = report, FinishedAt = at });

    public void Fail(SearchNotesException fault, DateTimeOffset at) =>
        Change(_state with { Status = ReindexStatus.Failed, Fault = fault, FinishedAt = at });

    private void Change(ReindexState state)
    {
        lock (_gate)
            _state = state;
        _underWay.TrySetResult();
        if (state.Status != ReindexStatus.Running)
            _over.TrySetResult();
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
    ReindexStatus Status, ReindexProgress Progress, ReindexReport? Report, SearchNotesException? Fault, DateTimeOffset? FinishedAt);
