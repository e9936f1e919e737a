using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Writes a generation: an index of its own, cloned from the last one or empty, which nobody reads until the state names it. Posts
/// can be replaced and removed from several threads.</summary>
internal sealed class ClusterWriter : IIndexWriter
{
    private readonly Cluster cluster;
    private readonly WriterLock held;
    private readonly VersionedState before;
    private readonly GenerationIndex index;
    private readonly string? basis;
    private readonly Task made;
    private readonly BulkBuffer bulk;
    private readonly GenerationTables tables;
    private readonly FieldAverages averages;
    private readonly ThreadLocal<TalkTerms> text = new(static () => new TalkTerms());
    private GenerationIndex? compact;
    private bool isNamed;

    /// <summary>Begins to create the index.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="held">The lock of the run.</param>
    /// <param name="fromScratch">Whether to start with an empty index instead of the last generation.</param>
    public ClusterWriter(Cluster cluster, WriterLock held, bool fromScratch)
    {
        (this.cluster, this.held) = (cluster, held);
        before = cluster.ReadState();
        basis = fromScratch ? null : before.State?.Index;
        index = GenerationIndex.Of(cluster, Generation);
        // Posts are read and split meanwhile.
        made = Task.Run(Make);
        bulk = new BulkBuffer(cluster, index.Alias) { Ready = made };
        tables = new GenerationTables(cluster, basis);
        averages = new FieldAverages(tables);
    }

    private long Generation => (before.State?.Generation ?? 0) + 1;

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
            tables.Changes.Add(talk, terms, 1);
            bulk.Index(talk.Talk.Id, talk.Path, json => TalkJson.Write(json, talk, terms, isRemainder, averages.Now()));
        }
    }

    /// <inheritdoc/>
    public void Remove(string postId) => RemoveOld(postId, []);

    /// <inheritdoc/>
    public CommitRecord Commit(CommitRecord record, Manifest manifest)
    {
        record = record with { Manifest = ManifestTable.Name };
        var finished = basis is null ? FinishDraft(manifest) : FinishClone(manifest);
        finished.WaitForCopies();
        if (held.IsLost)
            throw Overtaken();
        var state = new ClusterState
        {
            Generation = Generation,
            Index = finished.Name,
            Before = before.State?.Index,
            Record = record.Write(),
        };
        if (!Replace(state))
            throw Overtaken();
        isNamed = true;
        // Not before the state names it, as readers wait for that, and what this run sent has been answered. The next run does it if
        // this one dies here.
        finished.Block();
        Leftovers.Remove(cluster);
        return record;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        text.Dispose();
        if (isNamed)
            return;
        // An index that is removed while it is being made would come into being afterwards.
        made.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        index.TryDelete();
        compact?.TryDelete();
    }

    private static SearchNotesException Overtaken() => new(Fault.Locked,
        "Another process wrote the index in the cluster meanwhile, because this one stood still for too long. Run again.");

    private void Make()
    {
        if (basis is null)
            index.Create();
        else
            index.Clone(basis, withCopies: true);
    }

    private GenerationIndex FinishClone(Manifest manifest)
    {
        tables.Write(bulk, manifest);
        bulk.Flush();
        index.Refresh();
        return index;
    }

    /// <summary>Writes the rest of an index that was empty, and makes a compact one of it.</summary>
    /// <remarks>The cluster keeps each document as it was sent, so that copies can catch up with it. Only a clone does not need that any
    /// more, and drops it when its segments are merged: more than half of the bytes. One segment alone would not be merged, so the tables
    /// go to another one than the talks.</remarks>
    private GenerationIndex FinishDraft(Manifest manifest)
    {
        bulk.Flush();
        index.Refresh();
        tables.Write(bulk, manifest);
        bulk.Flush();
        compact = GenerationIndex.Of(cluster, Generation);
        compact.Clone(index.Name, withCopies: false);
        compact.Merge();
        compact.Refresh();
        compact.AddCopies();
        return compact;
    }

    /// <summary>Replaces the state. The answer may be lost although the state was replaced.</summary>
    private bool Replace(ClusterState state)
    {
        try
        {
            return cluster.TryReplaceState(before, state) || cluster.ReadState().State?.Index == state.Index;
        }
        catch (SearchNotesException e) when (e.Fault == Fault.Unreachable)
        {
            return cluster.TryReplaceState(before, state) || cluster.ReadState().State?.Index == state.Index;
        }
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
            tables.Changes.Add(old.Stored, terms, -1);
            if (!kept.Contains(old.Stored.Talk.Id))
                bulk.Delete(old.Stored.Talk.Id, old.Stored.Path);
        }
    }
}
