namespace SearchNotes.Posts;

/// <summary>Counts brackets before a parser sees them: two of the parsers used take quadratic time, or the stack, on a long row of
/// them.</summary>
internal static class Bracket
{
    /// <summary>Whether more than that many brackets and braces stand open at once.</summary>
    internal static bool NestDeeperThan(int limit, ReadOnlySpan<char> text)
    {
        var open = 0;
        foreach (var c in text)
        {
            if (c is '[' or '{' && ++open > limit)
                return true;
            if (c is ']' or '}' && open > 0)
                open--;
        }

        return false;
    }
}
