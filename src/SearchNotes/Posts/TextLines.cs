namespace SearchNotes.Posts;

/// <summary>Reads a text line by line without copying it. Lines end with <c>\n</c>.</summary>
internal ref struct TextLines(string text, int start = 0, int lineNumber = 1)
{
    private int next = start;
    private int nextLine = lineNumber;

    /// <summary>Start of the current line.</summary>
    internal int Start { get; private set; } = start;

    /// <summary>Number of the current line. The first line of the text is 1.</summary>
    internal int Number { get; private set; } = lineNumber;

    /// <summary>The current line without its line end.</summary>
    internal ReadOnlySpan<char> Line { get; private set; } = default;

    /// <summary>Start of the line after the current one.</summary>
    internal readonly int Next => next;

    /// <summary>Advances to the next line. A final line end does not start another, empty line.</summary>
    /// <returns>False at the end of the text.</returns>
    internal bool Read()
    {
        if (next >= text.Length)
            return false;

        Start = next;
        Number = nextLine++;
        var rest = text.AsSpan(next);
        var end = rest.IndexOf('\n');
        Line = end < 0 ? rest : rest[..end];
        next += end < 0 ? rest.Length : end + 1;
        return true;
    }
}
