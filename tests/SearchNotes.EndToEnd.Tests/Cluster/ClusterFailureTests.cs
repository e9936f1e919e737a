using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Nodes that die under a server.</summary>
public sealed class ClusterFailureTests
{
    [Fact]
    public async Task With_three_nodes_one_may_die_unnoticed()
    {
        Assert.SkipWhen(!TestCluster.CanStop, "Nodes that others started are not stopped.");
        await using var cluster = await TestCluster.StartAsync(nodes: 3);
        var corpus = Directory.CreateTempSubdirectory("searchnotes-corpus-").FullName;
        SamplePosts.Write(corpus);
        var engine = new OpenSearchEngine(new ClusterOptions { Urls = cluster.Urls }, TimeProvider.System);
        engine.Reindexer(new Corpus(new CorpusOptions { Root = corpus }), TimeProvider.System).Run();
        using var searcher = engine.Open();
        var expected = Ids(searcher, "python");

        for (var node = 0; node < 3; node++)
        {
            await cluster.KillAsync(node);
            for (var i = 0; i < 20; i++)
                Assert.Equal(expected, Ids(searcher, i % 2 == 0 ? "python" : "python "));
            await cluster.ReviveAsync(node);
        }

        Directory.Delete(corpus, recursive: true);
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

    private static List<string> Ids(ITalkSearcher searcher, string query)
    {
        var result = searcher.Search(new SearchRequest { Query = query, Budget = TimeSpan.FromSeconds(30) });
        Assert.False(result.Partial);
        return [.. result.Hits.Select(hit => hit.Talk.Talk.Id)];
    }
}
