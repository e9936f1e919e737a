using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;
using SearchNotes.OpenSearch.Writing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.OpenSearch;

/// <summary>The engine that keeps its index in a cluster.</summary>
public sealed class OpenSearchEngine : ISearchEngine
{
    private readonly ClusterOptions options;
    private readonly Lazy<Cluster> cluster;

    /// <summary>Creates the engine. Sends nothing yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    public OpenSearchEngine(ClusterOptions options, TimeProvider time)
        : this(options, time, null)
    {
    }

    /// <summary>Creates an engine whose requests go through a handler.</summary>
    internal OpenSearchEngine(ClusterOptions options, TimeProvider time, HttpMessageHandler? handler)
    {
        this.options = options;
        cluster = new(() => new Cluster(options, time, handler));
    }

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public ISharedRuns Runs => new ClusterRuns(cluster.Value);

    /// <inheritdoc/>
    public ITalkSearcher Open() => new RemoteSearcher(new ClusterIndex(cluster.Value));

    /// <summary>Asks the cluster for its version and its health.</summary>
    /// <exception cref="SearchNotesException">It does not answer, or refuses to.</exception>
    public ClusterReport Ask()
    {
        using var root = cluster.Value.Require(HttpMethod.Get, "");
        using var health = cluster.Value.Require(HttpMethod.Get, $"_cluster/health/{options.Prefix}-*?expand_wildcards=all&timeout=1s");
        var version = root.Json.TryGetProperty("version", out var found) ? found : default;
        return new ClusterReport
        {
            Distribution = TextOf(version, "distribution") ?? "an unknown program",
            Version = TextOf(version, "number") ?? "of an unknown version",
            Nodes = health.Json.GetProperty("number_of_data_nodes").GetInt32(),
            Missing = health.Json.GetProperty("unassigned_shards").GetInt32(),
            IsRed = TextOf(health.Json, "status") == "red",
        };
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    /// <inheritdoc/>
    public Reindexer Reindexer(Corpus corpus, TimeProvider time, int? threads = null) =>
        new(corpus, new ClusterStore(cluster.Value), time) { Threads = threads ?? Environment.ProcessorCount };
}
