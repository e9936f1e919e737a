namespace SearchNotes.Highlighting;

/// <summary>Size of a passage.</summary>
/// <param name="Target">Preferred length in characters.</param>
/// <param name="Max">Maximum length in characters, used to keep a sentence whole.</param>
/// <param name="MaxSpan">Maximum distance between the first and the last match of a passage, in characters.</param>
/// <param name="MaxLines">Maximum lines of code.</param>
internal readonly record struct ExcerptSize(int Target, int Max, int MaxSpan, int MaxLines)
{
    /// <summary>Size of the best passage of a hit: two to three lines on a page.</summary>
    public static ExcerptSize Wide { get; } = new(200, 300, 220, 5);

    /// <summary>Size of further passages: one to two lines each, so that a hit does not push the next one off the screen.</summary>
    public static ExcerptSize Narrow { get; } = new(110, 160, 130, 3);
}
