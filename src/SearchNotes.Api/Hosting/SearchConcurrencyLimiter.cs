using System.Threading.RateLimiting;

namespace SearchNotes.Api.Hosting;

/// <summary>Limits concurrent searches, queues a few more, and rejects the rest at once.</summary>
/// <remarks>Searches are CPU-bound: running more of them concurrently makes each one slower and does not raise throughput.</remarks>
internal sealed class SearchConcurrencyLimiter(ServeOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentSearches,
        QueueLimit = options.SearchQueue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private double averageMilliseconds;

    /// <summary>Number of queued searches.</summary>
    public long Waiting => limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>Time after which a rejected client should retry: the time to drain a full queue. Each search is assumed to take the average
    /// duration of recent searches, but no longer than the search budget.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var rounds = 1 + ((double)options.SearchQueue / options.ConcurrentSearches);
            return TimeSpan.FromMilliseconds(rounds
                * Math.Min(Volatile.Read(ref averageMilliseconds), options.SearchBudget.TotalMilliseconds));
        }
    }

    /// <summary>Records the duration of a search. An update lost to a race between two threads does not matter.</summary>
    public void RecordDuration(TimeSpan worked) =>
        Volatile.Write(ref averageMilliseconds, (0.9 * Volatile.Read(ref averageMilliseconds)) + (0.1 * worked.TotalMilliseconds));

    /// <summary>Waits for permission to search. The lease indicates whether it was granted; disposing the lease releases it.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel)
    {
        var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? ValueTask.FromResult(lease) : limiter.AcquireAsync(1, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
