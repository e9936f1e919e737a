using System.Globalization;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Querying;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>Where the time of a query goes: processor time and allocation of each step of a search, as <see cref="TalkSearcher"/> takes
/// them.</summary>
internal sealed class StageTimes
{
    private static readonly string[] Names = ["parse", "plan", "score", "hits", "hits and facets", "sort and proximity", "notes", "highlight"];

    private readonly long[] bytes = new long[Names.Length];
    private readonly double[] least = new double[Names.Length];
    private int step;
    private double time;
    private long allocated;

    private StageTimes() => Array.Fill(least, double.MaxValue);

    /// <summary>Asks all queries of a file several times and prints a table in Markdown: the least time of each query's steps.</summary>
    public static void Run(string index, string queriesFile, int passes)
    {
        var open = new CurrentSnapshot(index);
        var snapshot = open.Acquire();
        snapshot.WarmUp();
        var requests = BenchQuery.ReadAll(queriesFile).Select(query => query.Text).ToList();
        var all = requests.ConvertAll(_ => new StageTimes());
        // Of two passes that are not counted, the first reads and the second compiles.
        for (var pass = -2; pass < passes; pass++)
        {
            for (var i = 0; i < all.Count; i++)
                (pass < 0 ? new StageTimes() : all[i]).Ask(snapshot, new SearchRequest { Query = requests[i] });
        }

        Console.WriteLine($"{snapshot.Documents} documents, {snapshot.Leaves.Count} segments, {all.Count} queries\n");
        Console.WriteLine("| step | mean, µs | p50 | p99 | KB |\n|---|---|---|---|---|");
        for (var stage = 0; stage < Names.Length; stage++)
        {
            var times = all.Select(query => query.least[stage]).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Names[stage]} | {times.Average():0} | {times[times.Count / 2]:0} | {times[times.Count * 99 / 100]:0} | {all.Average(query => query.bytes[stage]) / passes / 1024:0.0} |"));
        }

        snapshot.Release();
        open.Dispose();
    }

    private void Ask(Snapshot snapshot, SearchRequest request)
    {
        var deadline = new Deadline(request.Budget, CancellationToken.None);
        var (terms, scores) = (snapshot.RentTerms(), snapshot.RentScores());
        Begin();
        var query = request.Parsed;
        End();
        var plan = QueryPlanner.Plan(query, snapshot, terms, deadline);
        End();
        new TalkScorer(snapshot, terms, deadline).Score(plan.Root, scores);
        End();
        var collector = new HitCollector(snapshot, request);
        collector.Hits(scores, plan);
        End();
        var collected = collector.Collect(scores, plan);
        End();
        var best = BestHits.Of(request, snapshot, terms, plan, collector, collected, 0);
        End();
        var answer = new SearchResultBuilder(snapshot, plan, scores);
        answer.Build(collected, best, query.Notes, terms);
        End();
        answer.Hits(best.Take(request.PerPage).ToList(), null, deadline);
        End();
        snapshot.ReturnScores(scores);
        snapshot.ReturnTerms(terms);
    }

    private void Begin() => (step, time, allocated) = (0, Now, GC.GetAllocatedBytesForCurrentThread());

    private void End()
    {
        least[step] = Math.Min(least[step], (Now - time) * 1000);
        bytes[step] += GC.GetAllocatedBytesForCurrentThread() - allocated;
        (step, time, allocated) = (step + 1, Now, GC.GetAllocatedBytesForCurrentThread());
    }

    private static double Now => ThreadTime.Milliseconds ?? Environment.TickCount64;
}
