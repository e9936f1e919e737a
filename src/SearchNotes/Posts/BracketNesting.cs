namespace SearchNotes.Posts;

/// <summary>Checks bracket nesting before text is parsed. On long runs of brackets, two of the parsers take quadratic time or overflow
/// the stack.</summary>
internal static class BracketNesting
{
    /// <summary>Whether brackets and braces nest deeper than the limit.</summary>
    internal static bool DepthExceeds(int limit, ReadOnlySpan<char> text)
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
