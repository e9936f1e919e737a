namespace SearchNotes.Posts.Files;

/// <summary>Patterns for paths below the corpus folder: <c>*</c> is anything within a folder, <c>**</c> any number of folders.</summary>
internal static class FolderGlob
{
    /// <summary>Whether a path fits. A pattern without a wildcard at its end names a folder: <c>posts</c> is <c>posts/**</c>.</summary>
    internal static bool Fits(string pattern, string path)
    {
        pattern = pattern.Trim().Replace('\\', '/').TrimStart('/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        if (string.Equals(pattern, path, StringComparison.Ordinal))
            return true;
        if (!pattern.Contains('*', StringComparison.Ordinal) && !pattern.Contains('?', StringComparison.Ordinal))
            pattern = pattern.TrimEnd('/') + "/**";
        return FoldersFit(pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), path.Split('/'));
    }

    // Both matchers walk with one place to come back to, the last wildcard, so no pattern makes them slow.
    private static bool FoldersFit(string[] pattern, string[] path)
    {
        int p = 0, i = 0, star = -1, resume = 0;
        while (i < path.Length)
        {
            if (p < pattern.Length && pattern[p] == "**")
                (star, resume) = (p++, i);
            else if (p < pattern.Length && NameFits(pattern[p], path[i]))
                (p, i) = (p + 1, i + 1);
            else if (star >= 0)
                (p, i) = (star + 1, ++resume);
            else
                return false;
        }

        return pattern.AsSpan(p).IndexOfAnyExcept("**") < 0;
    }

    private static bool NameFits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
