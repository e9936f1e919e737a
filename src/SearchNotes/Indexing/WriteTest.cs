namespace SearchNotes.Indexing;

/// <summary>Checks whether a run could write an index. It creates files, because mounts and quotas override permissions.</summary>
internal static class WriteTest
{
    /// <summary>Creates temporary files where a run creates files, and briefly acquires an existing lock. Leaves no files behind.</summary>
    /// <exception cref="SearchNotesException">The index cannot be written (<see cref="Fault.Disk"/>), or another process is
    /// writing it (<see cref="Fault.Locked"/>).</exception>
    public static void Run(IndexFolder folder)
    {
        try
        {
            CreateTemporaryFile(NearestExisting(folder.Root));
            if (Directory.Exists(folder.Current))
                CreateTemporaryFile(folder.Current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexLock.Unwritable(folder.Root, e);
        }

        if (IndexLock.IsThere(folder.Root))
            IndexLock.Acquire(folder.Root).Dispose();
    }

    private static void CreateTemporaryFile(string folder) =>
        File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();

    /// <summary>The folder, or its nearest existing ancestor.</summary>
    private static string NearestExisting(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        return folder;
    }
}
