using System.Diagnostics.Metrics;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Health;

/// <summary>What an operator watches: how much is asked, how long it takes, what finds nothing, whether the index is current.</summary>
internal sealed class ServiceMeter : IDisposable
{
    /// <summary>Its name among meters.</summary>
    public const string Name = "SearchNotes";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> answers;
    private readonly Counter<long> empty;
    private readonly Counter<long> reindexes;
    private readonly Counter<long> pushes;
    private readonly Counter<long> dropped;
    private readonly Histogram<double> seconds;

    public ServiceMeter(LiveIndex index, SearchConcurrencyLimiter gate)
    {
        answers = meter.CreateCounter<long>("searchnotes.answers",
            description: "Answers by how they came about: searched, kept, unchanged, unavailable, not_there.");
        empty = meter.CreateCounter<long>("searchnotes.searches_without_hits", description: "Searches without a good hit.");
        reindexes = meter.CreateCounter<long>("searchnotes.reindexes", description: "Runs of the reindexer by outcome: done, failed.");
        pushes = meter.CreateCounter<long>("searchnotes.pushes",
            description: "Pushes that forges told of, by outcome: done, failed, ignored, refused. Each try counts.");
        dropped = meter.CreateCounter<long>("searchnotes.query_log_dropped", description: "Lines that the query log had no room for.");
        // Finer than the default below ten milliseconds, where most searches are.
        seconds = meter.CreateHistogram("searchnotes.answer_duration", "s", "Time to work an answer out, without the queue.", tags: null,
            new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
        });
        meter.CreateObservableGauge("searchnotes.queue", () => gate.Waiting, description: "Searches that wait for their turn.");
        meter.CreateObservableGauge("searchnotes.index_generation", () => GenerationOf(index),
            description: "Number of the commit that answers; 0 without an index.");
    }

    /// <summary>Counts an answer.</summary>
    public void Answered(string how) => answers.Add(1, new KeyValuePair<string, object?>("how", how));

    /// <summary>Notes how long an answer took.</summary>
    public void Worked(TimeSpan took) => seconds.Record(took.TotalSeconds);

    /// <summary>Counts a search that found nothing good.</summary>
    public void FoundNothing() => empty.Add(1);

    /// <summary>Counts a run of the reindexer.</summary>
    public void Reindexed(string outcome) => reindexes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts a push that a forge told of.</summary>
    public void Pushed(string outcome) => pushes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts a line that the query log had no room for.</summary>
    public void LogDropped() => dropped.Add(1);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static long GenerationOf(LiveIndex index)
    {
        using var loan = index.Acquire();
        return loan?.Version.Generation ?? 0;
    }
}
