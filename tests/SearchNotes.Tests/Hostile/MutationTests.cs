using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace SearchNotes.Tests.Hostile;

/// <summary>Spoilt posts and spoilt queries without end. <c>SEARCHNOTES_FUZZ_MINUTES</c> sets for how long, and
/// <c>SEARCHNOTES_FUZZ_SEED</c> where to begin; see docs/reliability.md.</summary>
public sealed class MutationTests
{
    private const int ShortForm = 4;

    [Fact]
    public void Spoilt_posts_are_indexed_and_spoilt_queries_answered_in_time()
    {
        var minutes = double.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_FUZZ_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        var first = int.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_FUZZ_SEED") ?? "1", CultureInfo.InvariantCulture);
        var (posts, queries) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        for (var seed = first; seed < first + ShortForm || Stopwatch.GetElapsedTime(started).TotalMinutes < minutes; seed++)
        {
            using var round = new HostileRound(seed);
            var tried = Assert.IsType<(int Posts, int Queries)>(Try(round, seed));
            (posts, queries) = (posts + tried.Posts, queries + tried.Queries);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{posts} posts and {queries} queries in {Stopwatch.GetElapsedTime(started).TotalMinutes:0.0} minutes; the slowest search took {HostileRound.Slowest.TotalMilliseconds:0} ms.");
    }

    private static (int Posts, int Queries) Try(HostileRound round, int seed)
    {
        (int, int) tried = default;
        var fault = Record.Exception(() => tried = round.Run());
        Assert.True(fault is null,
            $"SEARCHNOTES_FUZZ_SEED={seed} shows it: {fault}\nThe last query: {string.Concat(round.Asked.Take(600).Select(c => c is > ' ' and < (char)127 ? $"{c}" : $"\\u{(int)c:x4}"))}");
        return tried;
    }
}
