using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;
using SearchNotes.OpenSearch.Writing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.OpenSearch;

/// <summary>The engine that keeps its index in a cluster.</summary>
/// <param name="options">The settings, valid.</param>
/// <param name="time">The clock.</param>
public sealed class OpenSearchEngine(ClusterOptions options, TimeProvider time) : ISearchEngine
{
    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public ITalkSearcher Open()
    {
        var cluster = new Cluster(options, time);
        try
        {
            return new RemoteSearcher(new ClusterIndex(cluster));
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Asks the cluster for its version and its health.</summary>
    /// <exception cref="SearchNotesException">It does not answer, or refuses to.</exception>
    public ClusterReport Ask()
    {
        using var cluster = new Cluster(options, time);
        using var root = cluster.Require(HttpMethod.Get, "");
        using var health = cluster.Require(HttpMethod.Get, $"_cluster/health/{options.Prefix}-*?expand_wildcards=all&timeout=1s");
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
        new(corpus, new ClusterStore(new Cluster(options, time)), time) { Threads = threads ?? Environment.ProcessorCount };
}
