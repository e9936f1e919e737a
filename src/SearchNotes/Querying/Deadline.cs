namespace SearchNotes.Querying;

/// <summary>Time limit of a search, which also observes the caller's cancellation.</summary>
internal sealed class Deadline(TimeSpan budget, CancellationToken cancel)
{
    private readonly long end = Environment.TickCount64 + (long)budget.TotalMilliseconds;

    /// <summary>Whether <see cref="HasPassed"/> has returned true; the answer is then partial.</summary>
    public bool WasMissed { get; private set; }

    /// <summary>The time that is left, at least 1 ms.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(1, end - Environment.TickCount64));

    /// <summary>Cancels the search.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>Returns whether the search must stop now.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the search.</exception>
    public bool HasPassed()
    {
        cancel.ThrowIfCancellationRequested();
        return WasMissed |= Environment.TickCount64 >= end;
    }
}
