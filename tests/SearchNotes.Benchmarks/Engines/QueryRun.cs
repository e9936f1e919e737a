using System.Diagnostics;
using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>Times in milliseconds.</summary>
internal sealed record Times(double P50, double P95, double P99)
{
    /// <summary>Of measured times, in any order.</summary>
    public static Times Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        return new(At(0.5), At(0.95), At(0.99));

        double At(double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}

/// <summary>What a run of all queries came to. Times are processor time where the system tells it, else elapsed time.</summary>
/// <param name="P50">Milliseconds of the median query.</param>
/// <param name="P95">Milliseconds that one query in twenty exceeds.</param>
/// <param name="P99">Milliseconds that one query in a hundred exceeds.</param>
/// <param name="Qps">Queries a second, one thread.</param>
/// <param name="Found10">Share of the queries with a known right talk that have it among the first ten.</param>
/// <param name="FoundTypos">The same for the class <c>typo</c>.</param>
/// <param name="KilobytesPerQuery">Allocated, answer included; managed memory alone. 0 for engines that do not tell.</param>
/// <param name="Megabytes">The process's largest resident size.</param>
/// <param name="FillSeconds">Building in the same process, where the engine has to; else 0.</param>
/// <param name="Classes">Times of each class of queries.</param>
internal sealed record QueryFigures(
    double P50, double P95, double P99, double Qps, double Found10, double FoundTypos, double KilobytesPerQuery, double Megabytes,
    double FillSeconds,
    Dictionary<string, Times> Classes)
{
    /// <summary>Share of the prepared talks that the engine has a document of.</summary>
    public double Known { get; init; } = 1;
}

/// <summary>Asks an engine all queries, one after the other on one thread.</summary>
internal static class QueryRun
{
    /// <summary>Passes that are not counted: the runtime compiles hot methods again after a while.</summary>
    private const int WarmUps = 2;

    /// <summary>Runs.</summary>
    /// <param name="engine">Who answers.</param>
    /// <param name="queries">The queries, their right answers as ids of this engine.</param>
    /// <param name="passes">How often all of them are asked.</param>
    public static QueryFigures Run(IEngine engine, IReadOnlyList<BenchQuery> queries, int passes)
    {
        for (var pass = 0; pass < WarmUps; pass++)
        {
            foreach (var query in queries)
                engine.Search(query.Text, query.IsTyping);
        }

        var times = new List<(string Class, double Milliseconds)>(queries.Count * passes);
        var found = new List<string>();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var pass = 0; pass < passes; pass++)
        {
            found.Clear();
            foreach (var query in queries)
            {
                var (started, processor) = (Stopwatch.GetTimestamp(), engine.ProcessorMilliseconds);
                var ids = engine.Search(query.Text, query.IsTyping);
                times.Add((query.Class, engine.ProcessorMilliseconds - processor ?? Stopwatch.GetElapsedTime(started).TotalMilliseconds));
                if (query.Right.Length > 0 && ids.Contains(query.Right))
                    found.Add(query.Class);
            }
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var all = Times.Of(times.Select(time => time.Milliseconds));
        using var self = Process.GetCurrentProcess();
        return new QueryFigures(
            all.P50, all.P95, all.P99,
            1000 * times.Count / times.Sum(time => time.Milliseconds),
            Share(found.Count, queries.Count(query => query.Right.Length > 0)),
            Share(found.Count(name => name == "typo"), queries.Count(query => query is { Class: "typo", Right.Length: > 0 })),
            bytes / 1024.0 / times.Count,
            self.PeakWorkingSet64 / 1048576.0,
            0,
            times.GroupBy(time => time.Class, time => time.Milliseconds).ToDictionary(group => group.Key, Times.Of));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
