using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>The tables of a generation: those of the one before, and what a run changes in them. Only chunks that change are
/// written.</summary>
internal sealed class GenerationTables
{
    private readonly Dictionary<(string Table, string Chunk), string> before = [];
    private readonly CollectionTable lengthsBefore = new(CollectionTable.Lengths);

    /// <summary>Reads the tables of the generation before.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="basis">Its index; <see langword="null"/> for empty tables.</param>
    public GenerationTables(Cluster cluster, string? basis)
    {
        if (basis is null)
            return;
        foreach (var (table, chunk, data) in TableReader.Read(cluster, basis, [.. Changes.Tables.Select(table => table.Name), ManifestTable.Name]))
            before[(table, chunk)] = data;
        foreach (var (_, data) in before.Where(chunk => chunk.Key.Table == CollectionTable.Lengths))
            lengthsBefore.Read(Packing.Unpack(data));
    }

    /// <summary>What the run changes: counts of new documents less those of removed ones.</summary>
    public CollectionCounts Changes { get; } = new();

    /// <summary>Returns the number of documents that have each field, and the sum of its lengths, so far.</summary>
    public IReadOnlyList<(long Documents, long Sum)> Lengths() =>
        [.. CollectionCounts.Lengths(lengthsBefore).Zip(Changes.Lengths(),
            static (one, other) => (one.Documents + other.Documents, one.Sum + other.Sum))];

    /// <summary>Writes what changed.</summary>
    public void Write(BulkBuffer bulk, Manifest manifest)
    {
        foreach (var (chunk, changes) in Changes.Tables.SelectMany(table => table.Chunks()))
        {
            var table = new CollectionTable(changes.Name);
            if (before.TryGetValue((table.Name, chunk), out var data))
                table.Read(Packing.Unpack(data));
            table.Add(changes);
            Write(bulk, table.Name, chunk, table.IsEmpty ? null : table.Write());
        }

        var posts = ManifestTable.Write(manifest).ToDictionary(StringComparer.Ordinal);
        foreach (var (chunk, bytes) in posts)
        {
            if (!before.TryGetValue((ManifestTable.Name, chunk), out var data) || !Packing.Unpack(data).AsSpan().SequenceEqual(bytes))
                Write(bulk, ManifestTable.Name, chunk, bytes);
        }

        foreach (var (table, chunk) in before.Keys.Where(key => key.Table == ManifestTable.Name && !posts.ContainsKey(key.Chunk)))
            Write(bulk, table, chunk, null);
    }

    private static void Write(BulkBuffer bulk, string table, string chunk, byte[]? bytes)
    {
        var (id, post) = ($"t:{table}:{chunk}", "the tables");
        if (bytes is null)
        {
            bulk.Delete(id, post);
            return;
        }

        bulk.Index(id, post, json =>
        {
            json.WriteStartObject();
            json.WriteString(Fields.Type, Fields.TypeTable);
            json.WriteString(Fields.Table, table);
            json.WriteString(Fields.Chunk, chunk);
            json.WriteString(Fields.Data, Packing.Pack(bytes));
            json.WriteEndObject();
        });
    }
}
