using System.Threading.RateLimiting;

namespace SearchNotes.Api.Responses;

/// <summary>Lets as many searches run as there are cores, a few more wait, and turns the rest away at once.</summary>
/// <remarks>Searches are work for the processor: more of them at a time make each slower and none sooner.</remarks>
internal sealed class SearchConcurrencyLimiter(ServeOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentSearches,
        QueueLimit = options.SearchQueue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private double usualMilliseconds;

    /// <summary>How many wait now.</summary>
    public long Waiting => limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>When to come back: the time that the queue needs at the pace of the last searches, and no search takes more
    /// than its budget.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var rounds = 1 + ((double)options.SearchQueue / options.ConcurrentSearches);
            return TimeSpan.FromMilliseconds(rounds
                * Math.Min(Volatile.Read(ref usualMilliseconds), options.SearchBudget.TotalMilliseconds));
        }
    }

    /// <summary>Notes how long an answer took to work out. A note that is lost between two threads does not matter.</summary>
    public void Took(TimeSpan worked) =>
        Volatile.Write(ref usualMilliseconds, (0.9 * Volatile.Read(ref usualMilliseconds)) + (0.1 * worked.TotalMilliseconds));

    /// <summary>Waits for a turn; the lease says whether there is one, and ends it when disposed.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel)
    {
        var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? ValueTask.FromResult(lease) : limiter.AcquireAsync(1, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
