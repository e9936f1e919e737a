namespace SearchNotes.Indexing;

/// <summary>Tries whether a run could write an index. A right that is shown may still be taken away by a mount or a quota: only
/// writing tells.</summary>
internal static class WriteTest
{
    /// <summary>Makes files where a run makes them, and takes the lock for a moment where there is one. Leaves nothing behind.</summary>
    /// <exception cref="SearchNotesException">It cannot be written (<see cref="Fault.Disk"/>), or somebody is writing it
    /// (<see cref="Fault.Locked"/>).</exception>
    public static void Run(IndexFolder folder)
    {
        try
        {
            TryFile(Nearest(folder.Root));
            if (Directory.Exists(folder.Current))
                TryFile(folder.Current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexLock.Unwritable(folder.Root, e);
        }

        if (IndexLock.IsThere(folder.Root))
            IndexLock.Take(folder.Root).Dispose();
    }

    private static void TryFile(string folder) =>
        File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();

    /// <summary>The folder, or the one above it in which it would be made.</summary>
    private static string Nearest(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        return folder;
    }
}
