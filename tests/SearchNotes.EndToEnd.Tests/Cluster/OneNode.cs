using System.Security.Cryptography;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>A cluster of one node that the tests of a class share, each with a prefix of its own.</summary>
public sealed class OneNode : IAsyncLifetime
{
    private TestCluster? cluster;

    /// <summary>The cluster.</summary>
    public TestCluster Cluster => cluster ?? throw new InvalidOperationException("The cluster was not started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (TestCluster.Missing is null)
            cluster = await TestCluster.StartAsync();
    }

    /// <summary>Returns settings with a prefix that nobody else uses.</summary>
    public ClusterOptions Options()
    {
        Assert.SkipWhen(TestCluster.Missing is not null, TestCluster.Missing ?? "");
        return new ClusterOptions { Urls = Cluster.Urls, Prefix = $"test-{RandomNumberGenerator.GetHexString(10, lowercase: true)}" };
    }

    /// <summary>Returns an engine with an index of a corpus.</summary>
    public OpenSearchEngine Indexed(string corpus)
    {
        var engine = new OpenSearchEngine(Options(), TimeProvider.System);
        engine.Reindexer(new Corpus(new CorpusOptions { Root = corpus }), TimeProvider.System).Run();
        return engine;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}

/// <summary>The tests that share one node.</summary>
[CollectionDefinition(nameof(OneNode))]
public sealed class OneNodeTests : ICollectionFixture<OneNode>;
