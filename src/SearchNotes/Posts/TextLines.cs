namespace SearchNotes.Posts;

/// <summary>Goes through a text line by line without copying it. Lines end with <c>\n</c>.</summary>
internal ref struct TextLines(string text, int start = 0, int lineNumber = 1)
{
    private int next = start;
    private int nextLine = lineNumber;

    /// <summary>Where the current line begins.</summary>
    internal int Start { get; private set; } = start;

    /// <summary>Number of the current line, from 1 for the first line of the text.</summary>
    internal int Number { get; private set; } = lineNumber;

    /// <summary>The current line without its end.</summary>
    internal ReadOnlySpan<char> Line { get; private set; } = default;

    /// <summary>Where the line after the current one begins.</summary>
    internal readonly int Next => next;

    /// <summary>Goes to the next line; false behind the last. A text that ends with a line end has no empty line behind it.</summary>
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
