namespace SearchNotes.Querying;

/// <summary>Time limit of a search, which also observes the caller's cancellation.</summary>
internal sealed class Deadline(TimeSpan budget, CancellationToken cancel)
{
    private readonly long end = Environment.TickCount64 + (long)budget.TotalMilliseconds;

    /// <summary>Whether <see cref="HasPassed"/> has returned true; the answer is then partial.</summary>
    public bool WasMissed { get; private set; }

    /// <summary>Returns whether the search must stop now.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the search.</exception>
    public bool HasPassed()
    {
        cancel.ThrowIfCancellationRequested();
        return WasMissed |= Environment.TickCount64 >= end;
    }
}
