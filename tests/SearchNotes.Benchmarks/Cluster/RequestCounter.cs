using System.Diagnostics;

namespace SearchNotes.Benchmarks.Cluster;

/// <summary>Counts the HTTP requests of this process.</summary>
internal sealed class RequestCounter : IDisposable
{
    private readonly ActivityListener listener;
    private int count;

    /// <summary>Begins to count.</summary>
    public RequestCounter()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => Interlocked.Increment(ref count),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Number of requests since the last <see cref="Reset"/>.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Begins anew.</summary>
    public void Reset() => Interlocked.Exchange(ref count, 0);

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();
}
