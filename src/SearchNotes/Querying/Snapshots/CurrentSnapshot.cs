using Lucene.Net.Index;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>The index as readers see it: one snapshot at a time, replaced when a newer commit is there.</summary>
internal sealed class CurrentSnapshot : IDisposable
{
    private readonly IndexFolder folder;
    private readonly Lock switching = new();
    private Snapshot current;

    /// <summary>Opens the newest good commit; when the newest is damaged, Lucene falls back to the one before.</summary>
    /// <exception cref="SearchNotesException">No index, damaged, other schema.</exception>
    public CurrentSnapshot(string indexFolder)
    {
        folder = new IndexFolder(indexFolder);
        current = OpenNew();
    }

    /// <summary>Number of the commit that answers now.</summary>
    public long Generation => Volatile.Read(ref current).Generation;

    /// <summary>When that commit was made.</summary>
    public DateTimeOffset BuiltAt => Volatile.Read(ref current).Record.BuiltAt;

    /// <summary>Holds on to the snapshot of now. Let go of it with <see cref="Snapshot.Release"/>.</summary>
    public Snapshot Acquire()
    {
        while (true)
        {
            var snapshot = Volatile.Read(ref current);
            if (snapshot.TryAcquire())
                return snapshot;
            // It was replaced in between; the next read gives the new one.
        }
    }

    /// <summary>Switches to a newer commit where there is one.</summary>
    /// <exception cref="SearchNotesException">There is one, and it cannot be read; the old one goes on answering.</exception>
    public bool Refresh()
    {
        lock (switching)
        {
            var old = current;
            Snapshot? next = null;
            try
            {
                // Also finishes a restore that was broken off.
                if (!new FolderExchange(folder).HasCommit())
                    throw new DirectoryNotFoundException("It is gone");
                // Lucene compares counters alone, which a folder that was made again may have in common with the one it replaced.
                if (old.Reader.IsCurrent() && folder.ReadCommit()?.Lineage == old.Record.Lineage)
                    return false;
                next = Reopen(old);
                // When the newest commit cannot be opened, Lucene opens the one before without a word.
                if (next?.Record.Lineage == old.Record.Lineage && next.Generation <= old.Generation)
                    throw new IOException("Its newest commit does not open.");
                next?.WarmUp();
            }
            catch (Exception e) when (IndexFolder.IsDamage(e))
            {
                next?.Retire(keepDirectory: ReferenceEquals(old.Directory, next.Directory));
                throw folder.Damaged(e);
            }

            if (next is null)
                return false;
            Volatile.Write(ref current, next);
            old.Retire(keepDirectory: ReferenceEquals(old.Directory, next.Directory));
            return true;
        }
    }

    /// <summary>Compares the checksums of every file of a snapshot.</summary>
    /// <exception cref="SearchNotesException">One is damaged.</exception>
    public void CheckIntegrity(Snapshot snapshot, CancellationToken cancel)
    {
        try
        {
            foreach (var leaf in snapshot.Leaves)
            {
                cancel.ThrowIfCancellationRequested();
                leaf.AtomicReader.CheckIntegrity();
            }
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            throw folder.Damaged(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (switching)
            current.Retire(keepDirectory: false);
    }

    private Snapshot? Reopen(Snapshot old)
    {
        // A folder that was replaced uses the old names for new segments: nothing of the old reader may be kept.
        if (folder.ReadCommit() is not { } record || record.Lineage != old.Record.Lineage)
            return OpenNew();

        folder.Accept(record);
        return DirectoryReader.OpenIfChanged(old.Reader) is { } reader
            ? new Snapshot(old.Directory, reader, CommitRecord.Read(reader.IndexCommit.UserData)) : null;
    }

    private Snapshot OpenNew()
    {
        if (!new FolderExchange(folder).HasCommit())
        {
            throw new SearchNotesException(Fault.NoIndex,
                $"There is no index in {folder.Root} yet; run \"searchnotes reindex\" to build it.");
        }

        var directory = folder.Open();
        DirectoryReader? reader = null;
        try
        {
            reader = DirectoryReader.Open(directory);
            var record = CommitRecord.Read(reader.IndexCommit.UserData);
            folder.Accept(record);
            return new Snapshot(directory, reader, record);
        }
        catch (Exception e) when (e is SearchNotesException || IndexFolder.IsDamage(e))
        {
            // A server tries again every second; what is left open would add up.
            reader?.Dispose();
            directory.Dispose();
            if (e is SearchNotesException)
                throw;
            throw folder.Damaged(e);
        }
    }
}
