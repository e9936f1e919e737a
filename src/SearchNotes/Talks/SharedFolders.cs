namespace SearchNotes.Talks;

/// <summary>The folders that hold most posts of a blog, such as <c>content/posts</c>. They tell no post from another, and which of them are
/// part of a path depends only on the folder that is the corpus.</summary>
internal sealed class SharedFolders
{
    /// <summary>More folders than this are never shared.</summary>
    internal const int Most = 15;

    private readonly List<string> folders = [];

    private SharedFolders()
    {
    }

    /// <summary>No folder.</summary>
    internal static SharedFolders None { get; } = new();

    /// <summary>The folders, outermost first, below which more than half of the posts are.</summary>
    /// <param name="paths">The paths of all posts of the blog.</param>
    internal static SharedFolders Of(IReadOnlyCollection<string> paths)
    {
        var shared = new SharedFolders();
        IReadOnlyCollection<string> below = paths;
        var start = 0;
        while (shared.folders.Count < Most)
        {
            var largest = below.Where(path => path.IndexOf('/', start) > start)
                .GroupBy(path => path[start..path.IndexOf('/', start)], StringComparer.Ordinal).MaxBy(group => group.Count());
            if (largest is null || largest.Count() * 2 <= paths.Count)
                break;
            shared.folders.Add(largest.Key);
            below = [.. largest];
            start += largest.Key.Length + 1;
        }

        return shared;
    }

    /// <summary>The number of folders with which a path begins that are shared.</summary>
    internal int CountIn(string path)
    {
        var start = 0;
        var count = 0;
        foreach (var folder in folders)
        {
            if (!path.AsSpan(start).StartsWith(folder, StringComparison.Ordinal) || path.Length <= start + folder.Length
                || path[start + folder.Length] != '/')
            {
                break;
            }
            start += folder.Length + 1;
            count++;
        }

        return count;
    }

    /// <summary>The part of a path below its first folders.</summary>
    internal static string Below(string path, int folders)
    {
        var start = 0;
        for (; folders > 0 && path.IndexOf('/', start) is >= 0 and var slash; folders--)
            start = slash + 1;
        return path[start..];
    }
}
