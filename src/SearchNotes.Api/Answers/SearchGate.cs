using System.Threading.RateLimiting;

namespace SearchNotes.Api.Answers;

/// <summary>Lets as many searches run as there are cores, a few more wait, and turns the rest away at once.</summary>
/// <remarks>Searches are work for the processor: more of them at a time make each slower and none sooner.</remarks>
internal sealed class SearchGate(ServeOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentSearches,
        QueueLimit = options.SearchQueue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>How many wait now.</summary>
    public long Waiting => _limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>When to come back: a full queue in front of every core, each search taking its whole budget at worst.</summary>
    public TimeSpan RetryAfter => options.SearchBudget * Math.Max(1, (double)options.SearchQueue / options.ConcurrentSearches / 10);

    /// <summary>Waits for a turn; the lease says whether there is one, and ends it when disposed.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel)
    {
        var lease = _limiter.AttemptAcquire();
        return lease.IsAcquired ? ValueTask.FromResult(lease) : _limiter.AcquireAsync(1, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
