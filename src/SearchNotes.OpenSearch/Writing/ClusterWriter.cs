using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using SearchNotes.Indexing;
using SearchNotes.OpenSearch.Reading;
using SearchNotes.Talks;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Writes a generation: an index of its own, cloned from the last one or empty, which nobody reads until the state names it. Posts
/// can be replaced and removed from several threads.</summary>
internal sealed class ClusterWriter : IIndexWriter
{
    private static readonly TimeSpan LongLimit = TimeSpan.FromMinutes(2);

    /// <summary>How long a generation waits for its copies.</summary>
    private static readonly TimeSpan ReplicaLimit = TimeSpan.FromSeconds(30);

    private readonly Cluster cluster;
    private readonly WriterLock held;
    private readonly VersionedState before;
    private readonly string index;
    private readonly string? basis;
    private readonly BulkBuffer bulk;
    private readonly CollectionCounts counts = new();
    private readonly ConcurrentDictionary<string, byte> oldChunks = new(StringComparer.Ordinal);
    private readonly ThreadLocal<TalkTerms> text = new(static () => new TalkTerms());
    private readonly FieldAverages averages;
    private bool isNamed;

    /// <summary>Creates the index.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="held">The lock of the run.</param>
    /// <param name="fromScratch">Whether to start with an empty index instead of the last generation.</param>
    public ClusterWriter(Cluster cluster, WriterLock held, bool fromScratch)
    {
        (this.cluster, this.held) = (cluster, held);
        before = cluster.ReadState();
        basis = fromScratch ? null : before.State?.Index;
        index = string.Create(CultureInfo.InvariantCulture,
            $"{cluster.GenerationPrefix}{(before.State?.Generation ?? 0) + 1}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        bulk = new BulkBuffer(cluster, Alias);
        if (basis is null)
            cluster.Require(HttpMethod.Put, index, IndexSettings.OfGeneration(cluster.Options, Alias), LongLimit).Dispose();
        else
            Clone(basis);
        averages = new FieldAverages(counts);
    }

    private string Alias => $"{index}-w";

    /// <inheritdoc/>
    public void Replace(string postId, IReadOnlyList<StoredTalk> talks)
    {
        var kept = talks.Select(talk => talk.Talk.Id).ToHashSet(StringComparer.Ordinal);
        RemoveOld(postId, kept);
        foreach (var talk in talks)
        {
            var isRemainder = talks.Count > 1 && talk.Talk.Kind == TalkKind.Post;
            var terms = text.Value!; // Not null: made above.
            terms.Read(talk, isRemainder);
            counts.Add(talk, terms, 1);
            bulk.Index(talk.Talk.Id, talk.Path, json => TalkJson.Write(json, talk, terms, isRemainder, averages.Now()));
        }
    }

    /// <inheritdoc/>
    public void Remove(string postId) => RemoveOld(postId, []);

    /// <inheritdoc/>
    public CommitRecord Commit(CommitRecord record, Manifest manifest)
    {
        record = record with { Manifest = ManifestTable.Name };
        WriteTables(manifest);
        bulk.Flush();
        cluster.Require(HttpMethod.Post, $"{index}/_refresh", null, LongLimit).Dispose();
        WaitForReplicas();
        // From now on nothing changes it any more, also no late request of this process.
        cluster.Require(HttpMethod.Put, $"{index}/_block/write", null, LongLimit).Dispose();
        if (held.IsLost)
            throw Overtaken();
        var state = new ClusterState
        {
            Generation = (before.State?.Generation ?? 0) + 1,
            Index = index,
            Before = before.State?.Index,
            Record = record.Write(),
        };
        if (!Replace(state))
            throw Overtaken();
        isNamed = true;
        Leftovers.Remove(cluster);
        return record;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        text.Dispose();
        if (isNamed)
            return;
        try
        {
            cluster.Send(HttpMethod.Delete, index).Dispose();
        }
        catch (SearchNotesException)
        {
            // The next run removes it.
        }
    }

    private static SearchNotesException Overtaken() => new(Fault.Locked,
        "Another process wrote the index in the cluster meanwhile, because this one stood still for too long. Run again.");

    /// <summary>Replaces the state. The answer may be lost although the state was replaced.</summary>
    private bool Replace(ClusterState state)
    {
        try
        {
            return cluster.TryReplaceState(before, state) || cluster.ReadState().State?.Index == index;
        }
        catch (SearchNotesException e) when (e.Fault == Fault.Unreachable)
        {
            return cluster.TryReplaceState(before, state) || cluster.ReadState().State?.Index == index;
        }
    }

    private void Clone(string source)
    {
        cluster.Require(HttpMethod.Put, $"{source}/_block/write", null, LongLimit).Dispose();
        cluster.Require(HttpMethod.Put, $"{source}/_clone/{index}?wait_for_active_shards=1", IndexSettings.OfClone(Alias),
            LongLimit).Dispose();
        foreach (var (table, chunk, data) in TableReader.Read(cluster, index, [.. counts.Tables.Select(table => table.Name)]))
        {
            counts[table].Read(Packing.Unpack(data));
            oldChunks[IdOf(table, chunk)] = 0;
        }

        foreach (var (table, chunk, _) in TableReader.Read(cluster, index, [ManifestTable.Name]))
            oldChunks[IdOf(table, chunk)] = 0;
    }

    /// <summary>Takes the documents of a post out of the counts, and removes those that are not written again.</summary>
    private void RemoveOld(string postId, HashSet<string> kept)
    {
        if (basis is null)
            return;
        foreach (var old in new ClusterPosts(cluster, basis).Of(postId))
        {
            var terms = text.Value!; // Not null: made above.
            terms.Read(old.Stored, old.IsRemainder);
            counts.Add(old.Stored, terms, -1);
            if (!kept.Contains(old.Stored.Talk.Id))
                bulk.Delete(old.Stored.Talk.Id, old.Stored.Path);
        }
    }

    private void WriteTables(Manifest manifest)
    {
        foreach (var table in counts.Tables)
        {
            foreach (var (chunk, bytes) in table.Write())
                WriteChunk(table.Name, chunk, Packing.Pack(bytes));
        }

        foreach (var (chunk, data) in ManifestTable.Write(manifest))
            WriteChunk(ManifestTable.Name, chunk, data);
        foreach (var gone in oldChunks.Keys)
            bulk.Delete(gone, "the tables");
    }

    private void WriteChunk(string table, string chunk, string data)
    {
        oldChunks.TryRemove(IdOf(table, chunk), out _);
        bulk.Index(IdOf(table, chunk), "the tables", json =>
        {
            json.WriteStartObject();
            json.WriteString(Fields.Type, Fields.TypeTable);
            json.WriteString(Fields.Table, table);
            json.WriteString(Fields.Chunk, chunk);
            json.WriteString(Fields.Data, data);
            json.WriteEndObject();
        });
    }

    private void WaitForReplicas() => cluster.Send(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture,
        $"_cluster/health/{index}?wait_for_status=green&timeout={ReplicaLimit.TotalSeconds}s"), null, ReplicaLimit * 2).Dispose();

    private static string IdOf(string table, string chunk) => $"t:{table}:{chunk}";
}
