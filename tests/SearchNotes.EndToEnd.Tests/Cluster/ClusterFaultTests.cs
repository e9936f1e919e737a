using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Faults at random moments of a run. <c>SEARCHNOTES_CLUSTER_FAULTS</c> sets how often each: writers killed, writers put to sleep,
/// nodes killed, nodes put to sleep; see docs/cluster.md.</summary>
public sealed class ClusterFaultTests : IDisposable
{
    private const int Posts = 24, TalksPerPost = 5;
    private static readonly int[] Faults = [.. (Environment.GetEnvironmentVariable("SEARCHNOTES_CLUSTER_FAULTS") ?? "1,1,0,0").Split(',')
        .Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private readonly string corpus = Directory.CreateTempSubdirectory("searchnotes-corpus-").FullName;
    private readonly Random random = new(20131130);

    public void Dispose() => Directory.Delete(corpus, recursive: true);

    [Fact]
    public async Task A_fault_leaves_the_old_state_or_the_new_one_and_the_next_run_heals()
    {
        Assert.SkipWhen(!TestCluster.CanStop, "Nodes that others started are not stopped.");
        await using var cluster = await TestCluster.StartAsync();
        var options = new ClusterOptions { Urls = cluster.Urls };
        WriteAll(round: 0);
        Heal(options);
        WriteAll(round: 1);
        var began = Stopwatch.GetTimestamp();
        using (var usual = Start(options, full: true))
            await usual.WaitForExitAsync();
        var length = Stopwatch.GetElapsedTime(began);
        var round = 1;
        Func<TestCluster, Process, Task>[] faults = [KillWriter, PauseWriter, KillNode, PauseNode];
        foreach (var (fault, times) in faults.Zip(Faults))
        {
            for (var i = 0; i < times; i++)
            {
                WriteAll(++round);
                // A run from scratch and one that builds on the last generation in turn.
                using var writer = Start(options, full: round % 2 == 0);
                await Task.WhenAny(writer.WaitForExitAsync(), Task.Delay(length * random.NextDouble()));
                await fault(cluster, writer);
                await writer.WaitForExitAsync();
                Assert.Contains(StateOf(options), (int[])[round - 1, round]);
                Heal(options);
                Assert.Equal(round, StateOf(options));
                await RequireNoLeftoversAsync(options);
                TestContext.Current.TestOutputHelper?.WriteLine($"{fault.Method.Name} {i}: writer ended with {writer.ExitCode}.");
            }
        }
    }

    private static Task KillWriter(TestCluster cluster, Process writer)
    {
        writer.Kill();
        return Task.CompletedTask;
    }

    /// <summary>While a writer is asleep, another one takes its place; when it wakes up it must not change anything.</summary>
    private async Task PauseWriter(TestCluster cluster, Process writer)
    {
        var options = new ClusterOptions { Urls = cluster.Urls };
        if (!writer.HasExited)
            await SignalAsync(writer, "-STOP");
        Heal(options);
        var state = StateOf(options);
        if (!writer.HasExited)
            await SignalAsync(writer, "-CONT");
        await writer.WaitForExitAsync();
        Assert.Equal(state, StateOf(options));
    }

    private static async Task KillNode(TestCluster cluster, Process writer)
    {
        await cluster.KillAsync(0);
        await cluster.ReviveAsync(0);
    }

    private static async Task PauseNode(TestCluster cluster, Process writer)
    {
        await cluster.PauseAsync(0);
        await Task.Delay(TimeSpan.FromSeconds(3));
        await cluster.ResumeAsync(0);
    }

    private static async Task SignalAsync(Process writer, string signal)
    {
        using var kill = Process.Start("kill", [signal, writer.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Runs as the next run does. To its clock half a minute is over in a second.</summary>
    private void Heal(ClusterOptions options) =>
        new OpenSearchEngine(options, new FastTime()).Reindexer(new Corpus(new CorpusOptions { Root = corpus }), TimeProvider.System).Run();

    private Process Start(ClusterOptions options, bool full)
    {
        string[] arguments = ["reindex", "--engine", "opensearch", "--opensearch-url", options.Urls[0], "--corpus", corpus];
        return QuietProcess.Start(TestedProgram.Start(full ? [.. arguments, "--full"] : arguments));
    }

    /// <summary>Returns the round that all talks are of.</summary>
    private static int StateOf(ClusterOptions options)
    {
        using var searcher = new OpenSearchEngine(options, TimeProvider.System).Open();
        searcher.CheckIntegrity();
        var all = searcher.Search(new SearchRequest { PerPage = 100, Budget = Api.RunningService.LongBudget });
        Assert.Equal(Posts * TalksPerPost, all.Total);
        Assert.False(all.Partial);
        var rounds = Enumerable.Range(0, 200).Where(round => searcher.Search(new SearchRequest
        {
            Query = string.Create(CultureInfo.InvariantCulture, $"\"round{round}\""),
            Budget = Api.RunningService.LongBudget,
        }).Total == Posts * TalksPerPost);
        return Assert.Single(rounds);
    }

    private static async Task RequireNoLeftoversAsync(ClusterOptions options)
    {
        using var http = new HttpClient { BaseAddress = new Uri(options.Urls[0]) };
        var all = await http.GetFromJsonAsync<JsonElement>($"{options.Prefix}-*/_settings?expand_wildcards=all");
        Assert.InRange(all.EnumerateObject().Count(), 2, 3);
        using var left = await http.GetAsync($"{options.Prefix}-state/_doc/writer");
        Assert.Equal(404, (int)left.StatusCode);
    }

    private void WriteAll(int round)
    {
        for (var post = 0; post < Posts; post++)
        {
            var talks = Enumerable.Range(1, TalksPerPost)
                .Select(talk => $"# Ann Lee on Matter {post} part {talk}\n\nNotes of the talk, round{round}.\n");
            File.WriteAllText(Path.Combine(corpus, $"2013-07-{post + 1:00}-post-{post}.md"), string.Join('\n', talks));
        }
    }

    private sealed class FastTime : TimeProvider
    {
        public override long GetTimestamp() => System.GetTimestamp() * 30;
    }
}
