using SearchNotes.Indexing;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>A cluster as the place that a run writes to.</summary>
internal sealed class ClusterStore(Cluster cluster) : IIndexStore
{
    private WriterLock? held;

    /// <inheritdoc/>
    public IDisposable Lock()
    {
        StateIndex.Create(cluster);
        var acquired = WriterLock.Acquire(cluster);
        held = acquired;
        try
        {
            Leftovers.Remove(cluster);
            return acquired;
        }
        catch
        {
            acquired.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public PreviousCommit Read(string settings, bool full)
    {
        if (cluster.ReadState().State is not { } state)
            return PreviousCommit.Of(null, null, settings, full);
        return PreviousCommit.Of(state.ReadRecord(), ReadManifest(state, full), settings, full);
    }

    private Manifest? ReadManifest(ClusterState state, bool full)
    {
        try
        {
            return ManifestTable.Read(cluster, state);
        }
        catch (SearchNotesException e) when (full && e.Fault == Fault.Unreachable)
        {
            // The generation is broken, and is about to be replaced. If the whole cluster is away, the next request says so.
            return null;
        }
    }

    /// <inheritdoc/>
    public PreviousCommit Verify(PreviousCommit previous, bool isUpToDate, bool repair) => previous;

    /// <inheritdoc/>
    public void MoveAside(DateTimeOffset now)
    {
        // The next generation is another index anyway, and the damaged one stays as the generation before it.
    }

    /// <inheritdoc/>
    public IIndexWriter Write(PreviousCommit previous) =>
        new ClusterWriter(cluster, held ?? throw new InvalidOperationException("The lock is not held."), fromScratch: !previous.IsUsable);

    /// <inheritdoc/>
    public long Generation() => cluster.ReadState().State?.Generation ?? 0;

    /// <inheritdoc/>
    public bool Exists() => cluster.ReadState().State is not null;

    /// <inheritdoc/>
    public string? WrittenBy() => WriterLock.HolderNow(cluster);

    /// <inheritdoc/>
    public void CheckWritable() => StateIndex.Create(cluster);

    /// <inheritdoc/>
    public bool IsDamaged(Exception e, Func<string> settings) => false;

    /// <inheritdoc/>
    public SearchNotesException Unwritten(Exception e) => new(Fault.Disk,
        $"The index in the cluster could not be written: {e.Message.TrimEnd('.')}. The previous index is unchanged; run again.", e);
}
