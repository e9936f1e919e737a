namespace SearchNotes.Highlighting;

/// <summary>How much of a page a passage may take.</summary>
/// <param name="Usual">Characters when nothing speaks for another length.</param>
/// <param name="Longest">Characters at most: a whole sentence is worth more room.</param>
/// <param name="Span">How far apart the first and the last match of a passage may stand.</param>
/// <param name="Lines">Lines of code.</param>
internal readonly record struct Room(int Usual, int Longest, int Span, int Lines)
{
    /// <summary>The best passage of a hit: two to three lines on a page.</summary>
    public static Room Wide { get; } = new(200, 300, 220, 5);

    /// <summary>Further passages, one to two lines each: a hit should not push the next one off the screen.</summary>
    public static Room Narrow { get; } = new(110, 160, 130, 3);
}
