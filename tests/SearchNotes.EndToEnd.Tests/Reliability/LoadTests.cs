using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>Searches while everything is rebuilt. <c>SEARCHNOTES_LOAD_TALKS</c> sets of how many talks; see
/// docs/reliability.md.</summary>
public sealed class LoadTests
{
    private const int Clients = 4;
    private const int ShortForm = 600;

    /// <summary>Between two searches of a client.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    [Fact]
    public async Task No_search_fails_while_everything_is_rebuilt()
    {
        var talks = int.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_LOAD_TALKS") ?? "0", CultureInfo.InvariantCulture);
        await using var served = await ServedProgram.StartAsync(Math.Max(talks, ShortForm));
        await SearchUntil(served, Task.Delay(talks > 0 ? 10_000 : 500, TestContext.Current.CancellationToken));

        var quiet = await SearchUntil(served, Task.Delay(talks > 0 ? 20_000 : 500, TestContext.Current.CancellationToken));
        var started = Stopwatch.GetTimestamp();
        var busy = await SearchUntil(served, served.ReindexAsync(full: true));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Math.Max(talks, ShortForm)} talks rebuilt in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; no search failed. Quiet: {Describe(quiet)}. Meanwhile: {Describe(busy)}.");
        // The short form runs beside other tests, where times say little.
        if (talks > 0)
            Assert.InRange(Share(busy, 0.99), 0, 3 * Share(quiet, 0.99));
    }

    /// <summary>Milliseconds of each search, at least one of each client; all of them were answered.</summary>
    private static async Task<double[]> SearchUntil(ServedProgram served, Task end)
    {
        var times = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client + Environment.TickCount);
            do
            {
                var started = Stopwatch.GetTimestamp();
                using var response =
                    await served.Client.GetAsync($"/api/search?q={Uri.EscapeDataString(MadeUpPosts.Query(random))}",
                        TestContext.Current.CancellationToken);
                Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                await Task.WhenAny(end, Task.Delay(Pause, TestContext.Current.CancellationToken));
            }
            while (!end.IsCompleted);
        })));
        await end;
        return [.. times.Order()];
    }

    private static double Share(double[] times, double share) => times[(int)(share * (times.Length - 1))];

    private static string Describe(double[] times) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{times.Length} searches, median {Share(times, 0.5):0.0} ms, p99 {Share(times, 0.99):0.0} ms");
}
