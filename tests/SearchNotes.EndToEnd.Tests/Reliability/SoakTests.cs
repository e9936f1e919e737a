using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace SearchNotes.EndToEnd.Tests.Reliability;

/// <summary>Searches and reindexes for a long time and watches what the process holds. <c>SEARCHNOTES_SOAK_MINUTES</c> sets
/// for how long, a reindex every minute and searches at four fifths of what two clients could ask; see docs/reliability.md.</summary>
public sealed class SoakTests
{
    private const int Talks = 900;
    private const int ShortForm = 8;
    private const int WarmUp = 3;
    private const int SearchesPerRound = 60;
    private const int Clients = 2;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Memory_and_handles_stay_as_they_are()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process holds is read from /proc.");
        var minutes = double.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_SOAK_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        await using var served = await ServedProgram.StartAsync(Talks);
        var clients = Enumerable.Range(0, Clients).Select(client => new Random(20130707 + client)).ToList();
        var samples = new List<(long Memory, int Handles)>();
        var searches = 0;
        var started = Stopwatch.GetTimestamp();
        for (var round = 1; round <= ShortForm || Stopwatch.GetElapsedTime(started).TotalMinutes < minutes; round++)
        {
            searches += await SearchAsync(served, clients, minutes > 0 ? TimeSpan.FromMinutes(1) : TimeSpan.Zero);
            for (var post = 0; post < 5; post++)
                served.WritePost(((round * 5) + post) % (Talks / MadeUpPosts.TalksPerPost), round);
            await served.ReindexAsync(full: round % 10 == 0);
            samples.Add((served.Memory, served.Handles));
            TestContext.Current.TestOutputHelper?.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"round {round}: {searches} searches, {served.Memory >> 20} MB, {served.Handles} handles"));
        }

        // The middle one of the first few after the caches have filled, and of the last few.
        var (before, after) = (Middle(samples[WarmUp..(WarmUp + 3)]), Middle(samples[^3..]));
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{samples.Count} reindexes and {searches} searches in {Stopwatch.GetElapsedTime(started).TotalMinutes:0.0} minutes: {before.Memory >> 20} MB and {before.Handles} handles became {after.Memory >> 20} MB and {after.Handles}."));
        Assert.InRange(after.Handles, 0, before.Handles + 15);
        Assert.InRange(after.Memory, 0, before.Memory + Math.Max(before.Memory / 4, 64L << 20));
    }

    private static async Task<int> SearchAsync(ServedProgram served, IReadOnlyList<Random> clients, TimeSpan during) =>
        (await Task.WhenAll(clients.Select(random => ClientAsync(served, random, during)))).Sum();

    /// <summary>Asks, and rests a quarter of the time that the answers took: four fifths of what a client without rest would ask.</summary>
    private static async Task<int> ClientAsync(ServedProgram served, Random random, TimeSpan during)
    {
        var searches = 0;
        var (started, rested) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        while (searches < SearchesPerRound / Clients || Stopwatch.GetElapsedTime(started) < during)
        {
            using var response =
                await served.Client.GetAsync($"/api/search?q={Uri.EscapeDataString(MadeUpPosts.Query(random))}",
                    TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
            searches++;

            // A timer is too coarse for the rest after one answer.
            var rest = (Stopwatch.GetElapsedTime(started) / 5) - rested;
            if (rest < ShortestRest)
                continue;
            await Task.Delay(rest, TestContext.Current.CancellationToken);
            rested += rest;
        }

        return searches;
    }

    private static (long Memory, int Handles) Middle(IReadOnlyList<(long Memory, int Handles)> samples) =>
        (samples.Select(s => s.Memory).Order().ElementAt(samples.Count / 2), samples.Select(s => s.Handles).Order()
            .ElementAt(samples.Count / 2));
}
