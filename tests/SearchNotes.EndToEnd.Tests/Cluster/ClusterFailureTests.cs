using System.Globalization;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Nodes that die under a server; see docs/cluster.md.</summary>
public sealed class ClusterFailureTests
{
    /// <summary>How often each node is killed; <c>SEARCHNOTES_CLUSTER_ROUNDS</c> sets another number.</summary>
    private static readonly int Rounds =
        int.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_CLUSTER_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Every answer has to come and to be whole; how long they took is printed, and depends on the machine.</summary>
    [Fact]
    public async Task With_three_nodes_one_may_die_unnoticed_at_20_searches_a_second()
    {
        Assert.SkipWhen(!TestCluster.CanStop, "Nodes that others started are not stopped.");
        await using var cluster = await TestCluster.StartAsync(nodes: 3);
        var engine = new OpenSearchEngine(new ClusterOptions { Urls = cluster.Urls }, TimeProvider.System);
        await using var service = await RunningService.StartWithoutIndexAsync(serve => serve with { Engine = engine });
        engine.Reindexer(new Corpus(new CorpusOptions { Root = service.CorpusFolder }), TimeProvider.System).Run();
        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);
        await using var load = new SteadyLoad(service.Address, perSecond: 20);

        for (var round = 0; round < Rounds; round++)
        {
            for (var node = 0; node < 3; node++)
            {
                await cluster.KillAsync(node);
                await cluster.ReviveAsync(node);
            }
        }

        var (faults, times) = await load.EndAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{times.Count} searches, {faults.Count} faults; p50 {times[times.Count / 2]:0} ms, p99 {times[times.Count * 99 / 100]:0} ms, slowest {times[^1]:0} ms.");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Without_a_node_a_server_answers_503_and_recovers_by_itself()
    {
        Assert.SkipWhen(!TestCluster.CanStop, "Nodes that others started are not stopped.");
        await using var cluster = await TestCluster.StartAsync();
        var options = new ClusterOptions { Urls = cluster.Urls };
        await using var service = await RunningService.StartWithoutIndexAsync(
            serve => serve with { Engine = new OpenSearchEngine(options, TimeProvider.System) });
        Assert.Equal(503, (int)(await service.GetAsync("/readyz")).StatusCode);
        new OpenSearchEngine(options, TimeProvider.System)
            .Reindexer(new Corpus(new CorpusOptions { Root = service.CorpusFolder }), TimeProvider.System).Run();
        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);
        Assert.Equal(200, (int)(await service.GetAsync("/api/search?q=python")).StatusCode);

        await cluster.KillAsync(0);

        using var refused = await service.GetAsync("/api/search?q=redis");
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.DoesNotContain("127.0.0.1", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await service.GetAsync("/healthz")).StatusCode);
        await service.UntilAsync(async () => (int)(await service.GetAsync("/readyz")).StatusCode == 503);
        await cluster.ReviveAsync(0);
        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);
        Assert.Equal(200, (int)(await service.GetAsync("/api/search?q=redis")).StatusCode);
    }
}
