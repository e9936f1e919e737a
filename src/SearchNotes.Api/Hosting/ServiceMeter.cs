using System.Diagnostics.Metrics;

namespace SearchNotes.Api.Hosting;

/// <summary>The metrics of the service: answers, durations, searches without hits, reindexing runs, pushes, index generation.</summary>
internal sealed class ServiceMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "SearchNotes";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> answers;
    private readonly Counter<long> empty;
    private readonly Counter<long> reindexes;
    private readonly Counter<long> pushes;
    private readonly Counter<long> dropped;
    private readonly Histogram<double> seconds;

    public ServiceMeter(LiveIndex index, SearchConcurrencyLimiter limiter)
    {
        answers = meter.CreateCounter<long>("searchnotes.answers",
            description: "Answers by origin: searched, kept, unchanged, unavailable, not_there.");
        empty = meter.CreateCounter<long>("searchnotes.searches_without_hits", description: "Searches without a good hit.");
        reindexes = meter.CreateCounter<long>("searchnotes.reindexes", description: "Runs of the reindexer by outcome: done, failed.");
        pushes = meter.CreateCounter<long>("searchnotes.pushes",
            description: "Pushes reported by forges, by outcome: done, failed, ignored, refused. Each attempt counts.");
        dropped = meter.CreateCounter<long>("searchnotes.query_log_dropped",
            description: "Query log lines dropped because the buffer was full.");
        // Finer than the default below ten milliseconds, where most searches fall.
        seconds = meter.CreateHistogram("searchnotes.answer_duration", "s",
            "Time to compute an answer, without the time in the queue.", tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
            });
        meter.CreateObservableGauge("searchnotes.queue", () => limiter.Waiting, description: "Searches in the queue.");
        meter.CreateObservableGauge("searchnotes.index_generation", () => GenerationOf(index),
            description: "Number of the open commit; 0 without an index.");
    }

    /// <summary>Counts an answer.</summary>
    public void Answered(string how) => answers.Add(1, new KeyValuePair<string, object?>("how", how));

    /// <summary>Records the duration of a computed answer.</summary>
    public void Worked(TimeSpan took) => seconds.Record(took.TotalSeconds);

    /// <summary>Counts a search without a good hit.</summary>
    public void FoundNothing() => empty.Add(1);

    /// <summary>Counts a run of the reindexer.</summary>
    public void Reindexed(string outcome) => reindexes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts a push reported by a forge.</summary>
    public void Pushed(string outcome) => pushes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts a dropped line of the query log.</summary>
    public void LogDropped() => dropped.Add(1);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static long GenerationOf(LiveIndex index)
    {
        using var lease = index.Acquire();
        return lease?.Version.Generation ?? 0;
    }
}
