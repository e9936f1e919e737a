using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Querying.Candidates;

namespace SearchNotes.OpenSearch.Reading;

/// <summary>The generations in a cluster, of which the one that the state names is searched. Thread-safe.</summary>
internal sealed class ClusterIndex : IRemoteIndex
{
    private readonly Cluster cluster;
    private readonly TalkReader reader = new();
    private readonly Lock gate = new();
    private ClusterGeneration current;

    /// <summary>Opens the generation that the state names.</summary>
    /// <exception cref="SearchNotesException">There is none (<see cref="Fault.NoIndex"/>), or the cluster does not answer.</exception>
    public ClusterIndex(Cluster cluster)
    {
        this.cluster = cluster;
        current = Open(cluster.ReadState().State ?? throw NoState(cluster));
    }

    /// <inheritdoc/>
    public IRemoteGeneration Current => Volatile.Read(ref current);

    /// <inheritdoc/>
    public bool Refresh()
    {
        lock (gate)
        {
            var state = cluster.ReadState().State ?? throw NoState(cluster);
            if (state.Index == current.Index)
                return false;
            Volatile.Write(ref current, Open(state));
            return true;
        }
    }

    /// <inheritdoc/>
    public void Check()
    {
        var generation = Volatile.Read(ref current);
        using var answer = cluster.Require(HttpMethod.Get, $"{generation.Index}/_count?q={Fields.Type}:{Fields.TypeTalk}");
        var documents = answer.Json.GetProperty("count").GetInt32();
        if (documents != generation.Collection.Record.Documents)
        {
            throw new SearchNotesException(Fault.DamagedIndex, string.Create(CultureInfo.InvariantCulture,
                $"The index in the cluster holds {documents} documents and should hold {generation.Collection.Record.Documents}; run \"searchnotes reindex --full\" to build it again."));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The connections belong to the engine.
    }

    private ClusterGeneration Open(ClusterState state)
    {
        var counts = new CollectionCounts();
        var tables = counts.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        foreach (var chunk in TableReader.Read(cluster, state.Index, [.. tables.Keys]))
            tables[chunk.Table].Read(Packing.Unpack(chunk.Data));
        var collection = CollectionReader.Read(state.ReadRecord(), state.Generation, SizeOf(state.Index), counts);
        return new ClusterGeneration(cluster, state.Index, collection, reader);
    }

    private long SizeOf(string index)
    {
        using var answer = cluster.Send(HttpMethod.Get, $"{index}/_stats/store?filter_path=_all.primaries.store.size_in_bytes");
        return answer.IsSuccess && answer.Json.TryGetProperty("_all", out var all)
            ? all.GetProperty("primaries").GetProperty("store").GetProperty("size_in_bytes").GetInt64() : 0;
    }

    private static SearchNotesException NoState(Cluster cluster) => new(Fault.NoIndex,
        $"There is no index with the prefix {cluster.Options.Prefix} in the cluster yet; run \"searchnotes reindex --engine opensearch\" with the same --opensearch-url to build it.");
}
