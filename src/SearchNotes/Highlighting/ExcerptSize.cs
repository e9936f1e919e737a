namespace SearchNotes.Highlighting;

/// <summary>How much of a page a passage may take.</summary>
/// <param name="Target">Characters when nothing speaks for another length.</param>
/// <param name="Max">Characters at most: a whole sentence is worth more room.</param>
/// <param name="MaxSpan">How far apart the first and the last match of a passage may stand.</param>
/// <param name="MaxLines">Lines of code.</param>
internal readonly record struct ExcerptSize(int Target, int Max, int MaxSpan, int MaxLines)
{
    /// <summary>The best passage of a hit: two to three lines on a page.</summary>
    public static ExcerptSize Wide { get; } = new(200, 300, 220, 5);

    /// <summary>Further passages, one to two lines each: a hit should not push the next one off the screen.</summary>
    public static ExcerptSize Narrow { get; } = new(110, 160, 130, 3);
}
