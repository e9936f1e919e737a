namespace SearchNotes.Indexing;

/// <summary>Replaces the current folder of the index by another in two renames. The process may be killed at any point: the names
/// of the folders show how far the exchange got, and the next process to open the index completes it.</summary>
/// <remarks>Only Linux can swap two folders in one step. Between the renames there is no <c>current/</c>, and the old files are in
/// <c>replaced/</c>, which is used for nothing else. By then the new files are verified and flushed to disk.</remarks>
internal sealed class FolderExchange(IndexFolder folder)
{
    /// <summary>The renames are microseconds apart. A process that holds the lock for longer is reported by name.</summary>
    private const int MaxTries = 1000;

    private string Replaced => Path.Combine(folder.Root, "replaced");

    /// <summary>The folder in which the new files are prepared.</summary>
    public IndexFolder Incoming { get; } = new(Path.Combine(folder.Root, "incoming"));

    /// <summary>Whether an exchange is between its two renames, in a running process or in one that was killed.</summary>
    private bool IsHalfDone => Directory.Exists(Replaced) && !Directory.Exists(folder.Current);

    /// <summary>Exchanges the folders. The caller holds the <see cref="IndexLock"/> and has called <see cref="Finish"/>.</summary>
    public void Run()
    {
        var hasOld = Directory.Exists(folder.Current);
        if (hasOld)
            Directory.Move(folder.Current, Replaced);
        try
        {
            Directory.Move(Incoming.Current, folder.Current);
        }
        catch (Exception e) when (hasOld && e is IOException or UnauthorizedAccessException)
        {
            Directory.Move(Replaced, folder.Current);
            throw;
        }

        Finish();
    }

    /// <summary>Completes an interrupted exchange and deletes leftover files. The caller holds the <see cref="IndexLock"/>.</summary>
    public void Finish()
    {
        if (IsHalfDone)
            Directory.Move(Directory.Exists(Incoming.Current) ? Incoming.Current : Replaced, folder.Current);
        Clear(Incoming.Root);
        Clear(Replaced);
    }

    /// <summary>Whether there is a commit. Completes an interrupted exchange first. For readers, which hold no lock.</summary>
    /// <exception cref="SearchNotesException">This user may not write to the folder or list it.</exception>
    public bool HasCommit()
    {
        if (folder.HasCommit)
            return true;
        for (var tries = 1; IsHalfDone; tries++)
            TryFinish(isLast: tries == MaxTries);
        return folder.HasCommit;
    }

    /// <summary>Completes an interrupted exchange and throws when there is no commit.</summary>
    /// <exception cref="SearchNotesException">There is no commit (<see cref="Fault.NoIndex"/>), or this user may not write to the folder or
    /// list it.</exception>
    public void RequireCommit()
    {
        if (HasCommit())
            return;
        throw new SearchNotesException(Fault.NoIndex, $"There is no index in {folder.Root} yet; run \"searchnotes reindex\" to build it.");
    }

    private void TryFinish(bool isLast)
    {
        try
        {
            using var writeLock = IndexLock.Acquire(folder.Root);
            Finish();
        }
        catch (SearchNotesException e) when (e.Fault == Fault.Locked && !isLast)
        {
            // The holder is between the two renames, or is completing them.
            Thread.Yield();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"A restore of the index in {folder.Root} was interrupted and cannot be completed: {e.Message.TrimEnd('.')}. Free some space or check the folder's permissions, and try again.", e);
        }
    }

    private static void Clear(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
