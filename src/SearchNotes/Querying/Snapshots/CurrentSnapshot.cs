using Lucene.Net.Index;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>The snapshot that searches use, replaced when a newer commit appears. Thread-safe.</summary>
internal sealed class CurrentSnapshot : IDisposable
{
    private readonly IndexFolder folder;
    private readonly Lock refreshLock = new();
    private Snapshot current;
    private volatile bool isDisposed;

    /// <summary>Opens the newest intact commit. When the newest commit is damaged, Lucene falls back to the previous one.</summary>
    /// <exception cref="SearchNotesException">There is no index, it is damaged, or it has another schema.</exception>
    public CurrentSnapshot(string indexFolder)
    {
        folder = new IndexFolder(indexFolder);
        current = OpenNew();
    }

    /// <summary>Generation of the commit that is being searched.</summary>
    public long Generation => Volatile.Read(ref current).Generation;

    /// <summary>Time at which that commit was made.</summary>
    public DateTimeOffset BuiltAt => Volatile.Read(ref current).Record.BuiltAt;

    /// <summary>Acquires the current snapshot. Release it with <see cref="Snapshot.Release"/>.</summary>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public Snapshot Acquire()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            var snapshot = Volatile.Read(ref current);
            if (snapshot.TryAcquire())
                return snapshot;
            // The snapshot was replaced in between; the next read returns the new one.
        }
    }

    /// <summary>Switches to a newer commit if there is one and the index is not closed.</summary>
    /// <exception cref="SearchNotesException">The newer commit cannot be read. Searches continue on the old one.</exception>
    public bool Refresh()
    {
        lock (refreshLock)
        {
            if (isDisposed)
                return false;
            var old = current;
            Snapshot? next = null;
            try
            {
                // This also finishes an interrupted restore.
                if (!new FolderExchange(folder).HasCommit())
                    throw new DirectoryNotFoundException("the folder no longer contains an index");
                // Lucene compares only version counters. A rebuilt folder may have the same counter as the folder that it replaced.
                if (((DirectoryReader)old.Reader).IsCurrent() && folder.ReadCommit()?.Lineage == old.Record.Lineage)
                    return false;
                next = Reopen(old);
                // When the newest commit cannot be opened, Lucene silently opens the previous one.
                if (next?.Record.Lineage == old.Record.Lineage && next.Generation <= old.Generation)
                    throw new IOException("the newest commit cannot be opened");
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

    /// <summary>Verifies the checksums of all files of a snapshot.</summary>
    /// <exception cref="SearchNotesException">A file is damaged.</exception>
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
        lock (refreshLock)
        {
            if (isDisposed)
                return;
            isDisposed = true;
            current.Retire(keepDirectory: false);
        }
    }

    private Snapshot? Reopen(Snapshot old)
    {
        // A replaced folder reuses segment names for different segments, so nothing of the old reader can be reused.
        if (folder.ReadCommit() is not { } record || record.Lineage != old.Record.Lineage)
            return OpenNew();

        folder.RequireSchema(record);
        return DirectoryReader.OpenIfChanged((DirectoryReader)old.Reader) is { } reader
            ? new Snapshot(old.Directory!, reader, // Not null: a commit is opened in a directory.
                CommitRecord.Read(reader.IndexCommit.UserData)) : null;
    }

    private Snapshot OpenNew()
    {
        new FolderExchange(folder).RequireCommit();
        var directory = folder.Open();
        DirectoryReader? reader = null;
        try
        {
            reader = DirectoryReader.Open(directory);
            var record = CommitRecord.Read(reader.IndexCommit.UserData);
            folder.RequireSchema(record);
            return new Snapshot(directory, reader, record);
        }
        catch (Exception e) when (e is SearchNotesException || IndexFolder.IsDamage(e))
        {
            // A server retries every second, so an unclosed reader would leak each time.
            reader?.Dispose();
            directory.Dispose();
            if (e is SearchNotesException)
                throw;
            throw folder.Damaged(e);
        }
    }
}
