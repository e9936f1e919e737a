namespace SearchNotes.Indexing;

/// <summary>Puts another folder of files in the place of the current one, in two renames of which either may be the last thing that
/// a killed process does. Where the folders lie says how far it came, and whoever opens the index next finishes it.</summary>
/// <remarks>Only Linux can swap two folders in one step. Between the renames there is no <c>current/</c>, and the old files lie in
/// <c>replaced/</c>, where nothing else puts any. By then the new ones are checked and on the disk.</remarks>
internal sealed class FolderExchange(IndexFolder folder)
{
    /// <summary>Between the renames lie microseconds; a holder of the lock that takes longer is told by its name.</summary>
    private const int MaxTries = 1000;

    private string Replaced => Path.Combine(folder.Root, "replaced");

    /// <summary>Where the new files are put together.</summary>
    public IndexFolder Incoming { get; } = new(Path.Combine(folder.Root, "incoming"));

    /// <summary>Whether a process was killed, or is at work, between the two renames.</summary>
    private bool IsHalfDone => Directory.Exists(Replaced) && !Directory.Exists(folder.Current);

    /// <summary>Exchanges the folders. The caller holds the <see cref="IndexLock"/>, and has called <see cref="Finish"/>.</summary>
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

    /// <summary>Finishes what a killed process began, and clears away what it left. The caller holds the <see cref="IndexLock"/>.</summary>
    public void Finish()
    {
        if (IsHalfDone)
            Directory.Move(Directory.Exists(Incoming.Current) ? Incoming.Current : Replaced, folder.Current);
        Clear(Incoming.Root);
        Clear(Replaced);
    }

    /// <summary>Whether there is a commit, once an exchange that was broken off is finished. For readers, who hold no lock.</summary>
    /// <exception cref="SearchNotesException">This user may not write there, or not even look.</exception>
    public bool HasCommit()
    {
        if (folder.HasCommit)
            return true;
        for (var tries = 1; IsHalfDone; tries++)
            TryFinish(isLast: tries == MaxTries);
        return folder.HasCommit;
    }

    private void TryFinish(bool isLast)
    {
        try
        {
            using var held = IndexLock.Take(folder.Root);
            Finish();
        }
        catch (SearchNotesException e) when (e.Fault == Fault.Locked && !isLast)
        {
            // Whoever holds it is between the two renames, or finishes them just now.
            Thread.Yield();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"A restore of the index in {folder.Root} was broken off and cannot be finished: {e.Message.TrimEnd('.')}. Free some space or check the folder's rights, and try again.", e);
        }
    }

    private static void Clear(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
