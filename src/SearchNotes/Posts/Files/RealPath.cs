namespace SearchNotes.Posts.Files;

/// <summary>Where a path leads when every link on the way is followed.</summary>
internal static class RealPath
{
    // What Linux itself allows before it calls a path a loop.
    private const int MaxLinks = 40;

    /// <summary>The real path of something that exists.</summary>
    /// <exception cref="IOException">The links of the path go round in a circle.</exception>
    internal static string Of(string path) =>
        TryResolve(path) ?? throw new IOException($"\"{path}\" cannot be resolved.");

    /// <summary>The real path, or <see langword="null"/> when links go round in a circle or lead nowhere.</summary>
    /// <param name="path">The path, absolute or relative to the working directory.</param>
    /// <param name="linkFolders">Takes the real paths of the folders that hold the links on the way, in order.</param>
    /// <remarks>Each part is looked at by itself: <c>posts/link/x.md</c> may leave the corpus although its last part is an ordinary
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

    /// <summary>Whether a real path is a folder's or below it.</summary>
    internal static bool IsBelow(string real, string folder) =>
        real.Equals(folder, StringComparison.Ordinal) || real.StartsWith(WithSeparator(folder), StringComparison.Ordinal);

    /// <summary>Whether a real path leads into a repository's own files below a folder, where addresses with passwords may stand.</summary>
    internal static bool IsInRepository(string real, string folder) =>
        Parts(real[folder.Length..]).Contains(".git", StringComparer.OrdinalIgnoreCase);

    // Only a root has one at its end.
    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    /// <summary>The parts of a path, the last first, as a stack takes them.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse();
}
