namespace SearchNotes.Posts.Files;

/// <summary>Resolves every symbolic link in a path.</summary>
internal static class RealPath
{
    // Linux's own limit, after which it reports a loop.
    private const int MaxLinks = 40;

    /// <summary>Returns the real path of an existing file or folder.</summary>
    /// <exception cref="IOException">The path does not exist, or its links form a loop.</exception>
    internal static string Of(string path) =>
        TryResolve(path) ?? throw new IOException($"\"{path}\" cannot be resolved.");

    /// <summary>Returns the real path, or <see langword="null"/> if the links form a loop or the target does not exist.</summary>
    /// <param name="path">The path, absolute or relative to the working directory.</param>
    /// <param name="linkFolders">Receives the real path of the folder of each link followed, in order.</param>
    /// <remarks>Each segment is resolved separately: <c>posts/link/x.md</c> may leave the corpus although its last segment is an ordinary
    /// file.</remarks>
    internal static string? TryResolve(string path, ICollection<string>? linkFolders = null)
    {
        path = Path.GetFullPath(path);
        var resolved = Path.GetPathRoot(path) ?? "";
        var parts = new Stack<string>(Parts(path[resolved.Length..]));
        for (var links = 0; parts.TryPop(out var part);)
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Join(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaxLinks)
                return null;
            linkFolders?.Add(resolved);
            if (Path.IsPathRooted(target))
                resolved = Path.GetPathRoot(target) ?? "";
            foreach (var targetPart in Parts(target))
                parts.Push(targetPart);
        }

        return Path.Exists(resolved) ? resolved : null;
    }

    /// <summary>Whether a real path is the folder itself or is below it.</summary>
    internal static bool IsBelow(string real, string folder) =>
        real.Equals(folder, StringComparison.Ordinal) || real.StartsWith(WithSeparator(folder), StringComparison.Ordinal);

    /// <summary>Whether a real path leads into a <c>.git</c> folder below the given folder. The files there may contain URLs with
    /// passwords.</summary>
    internal static bool IsInRepository(string real, string folder) =>
        Parts(real[folder.Length..]).Contains(".git", StringComparer.OrdinalIgnoreCase);

    // Only a root path ends with a separator.
    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    /// <summary>Returns the segments of a path, last first, for pushing onto a stack.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse();
}
