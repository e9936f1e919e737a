namespace SearchNotes.Posts.Files;

/// <summary>Glob patterns for paths below the corpus folder. <c>*</c> matches within a folder name, <c>**</c> any number of
/// folders.</summary>
internal static class FolderGlob
{
    /// <summary>Whether a path matches. A pattern that does not end with a wildcard names a folder: <c>posts</c> means
    /// <c>posts/**</c>.</summary>
    internal static bool Matches(string pattern, string path)
    {
        pattern = pattern.Trim().Replace('\\', '/').TrimStart('/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        if (string.Equals(pattern, path, StringComparison.Ordinal))
            return true;
        if (!pattern.Contains('*', StringComparison.Ordinal) && !pattern.Contains('?', StringComparison.Ordinal))
            pattern = pattern.TrimEnd('/') + "/**";
        return FoldersMatch(pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), path.Split('/'));
    }

    // Both matchers backtrack only to the last wildcard, so no pattern is slow.
    private static bool FoldersMatch(string[] pattern, string[] path)
    {
        int p = 0, i = 0, star = -1, resume = 0;
        while (i < path.Length)
        {
            if (p < pattern.Length && pattern[p] == "**")
                (star, resume) = (p++, i);
            else if (p < pattern.Length && NameMatches(pattern[p], path[i]))
                (p, i) = (p + 1, i + 1);
            else if (star >= 0)
                (p, i) = (star + 1, ++resume);
            else
                return false;
        }

        return pattern.AsSpan(p).IndexOfAnyExcept("**") < 0;
    }

    private static bool NameMatches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
