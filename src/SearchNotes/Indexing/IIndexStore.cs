namespace SearchNotes.Indexing;

/// <summary>Where a run of the <see cref="Reindexer"/> writes: a folder or a cluster.</summary>
internal interface IIndexStore
{
    /// <summary>Acquires the exclusive right to write, and completes what an interrupted run left behind.</summary>
    /// <exception cref="SearchNotesException">Another process is writing, or the place cannot be written.</exception>
    IDisposable Lock();

    /// <summary>Reads the last commit.</summary>
    /// <param name="settings">Fingerprint of the current settings.</param>
    /// <param name="full">Whether the caller wants a rebuild from scratch.</param>
    PreviousCommit Read(string settings, bool full);

    /// <summary>Verifies that readers can open the last commit, and, when the run builds on it, that it is intact.</summary>
    /// <param name="previous">A usable commit.</param>
    /// <param name="isUpToDate">Whether the run has nothing to write.</param>
    /// <param name="repair">Whether the caller found damage.</param>
    PreviousCommit Verify(PreviousCommit previous, bool isUpToDate, bool repair);

    /// <summary>Moves a damaged index aside.</summary>
    void MoveAside(DateTimeOffset now);

    /// <summary>Begins to write. The caller holds the lock.</summary>
    /// <param name="previous">The commit to build on, unless it is not usable.</param>
    IIndexWriter Write(PreviousCommit previous);

    /// <summary>Number of the last generation; 0 when there is none.</summary>
    long Generation();

    /// <summary>Whether there was ever an index.</summary>
    bool Exists();

    /// <summary>Returns who is writing now, such as "process 4711"; <see langword="null"/> when nobody is.</summary>
    string? WrittenBy();

    /// <summary>Checks whether a run could write.</summary>
    /// <exception cref="SearchNotesException">It could not.</exception>
    void CheckWritable();

    /// <summary>Returns whether an exception of a run came from a damaged index, which has to be built again.</summary>
    bool IsDamaged(Exception e, Func<string> settings);

    /// <summary>Returns the failure of a run that could not write.</summary>
    SearchNotesException Unwritten(Exception e);
}

/// <summary>Writes one generation: replaces and removes whole posts, from any thread, then commits. Disposing without a commit leaves the
/// last generation as it was.</summary>
internal interface IIndexWriter : IDisposable
{
    /// <summary>Replaces all documents of a post.</summary>
    void Replace(string postId, IReadOnlyList<StoredTalk> talks);

    /// <summary>Removes all documents of a post.</summary>
    void Remove(string postId);

    /// <summary>Makes all changes durable and visible in one step.</summary>
    /// <param name="record">Metadata; its manifest is named by this call.</param>
    /// <param name="manifest">The posts.</param>
    /// <returns>The metadata as written.</returns>
    CommitRecord Commit(CommitRecord record, Manifest manifest);
}
