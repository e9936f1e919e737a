namespace SearchNotes.Querying;

/// <summary>When a search has to stop: the reader went away, or the time is up.</summary>
internal sealed class Deadline(TimeSpan budget, CancellationToken cancel)
{
    private readonly long end = Environment.TickCount64 + (long)budget.TotalMilliseconds;

    /// <summary>Whether it has passed once; the answer is then partial.</summary>
    public bool WasMissed { get; private set; }

    /// <summary>Whether to stop now.</summary>
    /// <exception cref="OperationCanceledException">The reader went away.</exception>
    public bool HasPassed()
    {
        cancel.ThrowIfCancellationRequested();
        return WasMissed |= Environment.TickCount64 >= end;
    }
}
