namespace SearchNotes.Indexing;

/// <summary>An index folder as the place that a run writes to.</summary>
internal sealed class FolderStore(IndexFolder folder) : IIndexStore
{
    /// <inheritdoc/>
    public IDisposable Lock()
    {
        var writeLock = IndexLock.Acquire(folder.Root);
        try
        {
            new FolderExchange(folder).Finish();
            return writeLock;
        }
        catch
        {
            writeLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public PreviousCommit Read(string settings, bool full) => PreviousCommit.Read(folder, settings, full);

    /// <inheritdoc/>
    public PreviousCommit Verify(PreviousCommit previous, bool isUpToDate, bool repair) =>
        // A run without work only has to know that readers can open the index; a run that builds on it verifies checksums.
        isUpToDate && !repair ? previous.Opened(folder) : previous.Checked(folder, again: repair);

    /// <inheritdoc/>
    public void MoveAside(DateTimeOffset now) => folder.MoveAside(now);

    /// <inheritdoc/>
    public IIndexWriter Write(PreviousCommit previous)
    {
        Directory.CreateDirectory(folder.Current);
        return new TalkWriter(folder, fromScratch: !previous.IsUsable);
    }

    /// <inheritdoc/>
    public long Generation() => folder.Generation();

    /// <inheritdoc/>
    public bool Exists() => Directory.Exists(folder.Current) || new FolderExchange(folder).HasCommit();

    /// <inheritdoc/>
    public string? WrittenBy() => IndexLock.HolderNow(folder.Root);

    /// <inheritdoc/>
    public void CheckWritable() => WriteTest.Run(folder);

    /// <inheritdoc/>
    public bool IsDamaged(Exception e, Func<string> settings)
    {
        if (!IndexFolder.IsDamage(e))
            return false;
        var previous = PreviousCommit.Read(folder, settings(), full: true);
        return previous.IsDamaged || (folder.HasCommit && previous.Checked(folder, again: true).IsDamaged);
    }

    /// <inheritdoc/>
    public SearchNotesException Unwritten(Exception e) => new(Fault.Disk,
        $"The index in {folder.Root} could not be written: {e.Message.TrimEnd('.')}. The previous index is unchanged; free some space or check the folder's rights, and run again.", e);
}
