namespace SearchNotes.Posts;

/// <summary>Kind of a line in a Markdown body, as recognised without a Markdown parser.</summary>
internal enum BodyLineKind
{
    /// <summary>A blank line.</summary>
    Blank,

    /// <summary>A line of a code block, or its fence.</summary>
    Code,

    /// <summary>A heading: the line of an ATX heading, or the text above a setext underline.</summary>
    Heading,

    /// <summary>The underline of a setext heading.</summary>
    Underline,

    /// <summary>Any other line.</summary>
    Text,
}

/// <summary>Reads a Markdown body line by line. This is enough to find a title and a sample of prose; talks are split from a syntax
/// tree.</summary>
internal ref struct BodyLines(string text, int start, int lineNumber)
{
    private TextLines lines = new(text, start, lineNumber);
    private char fence;
    private int fenceLength;
    private bool afterBlank = true;
    private bool expectsUnderline;

    /// <summary>Kind of the current line.</summary>
    internal BodyLineKind Kind { get; private set; }

    /// <summary>Level of the current heading, 1 to 6.</summary>
    internal int Level { get; private set; }

    /// <summary>The current line; for a heading, its text without the markup.</summary>
    internal ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Advances to the next line.</summary>
    /// <returns>False at the end of the text.</returns>
    internal bool Read()
    {
        if (!lines.Read())
            return false;

        Line = lines.Line;
        Kind = Classify();
        var isIndentedCode = Kind == BodyLineKind.Code && fence == '\0';
        afterBlank = Kind == BodyLineKind.Blank || (afterBlank && isIndentedCode);
        return true;
    }

    private BodyLineKind Classify()
    {
        var trimmed = Line.Trim();
        if (expectsUnderline)
        {
            expectsUnderline = false;
            return BodyLineKind.Underline;
        }

        if (fence != '\0')
        {
            if (FenceLength(trimmed) >= fenceLength && trimmed[0] == fence && trimmed.Trim(fence).IsEmpty)
                fence = '\0';
            return BodyLineKind.Code;
        }

        if (trimmed.IsEmpty)
            return BodyLineKind.Blank;
        if (afterBlank && (Line.StartsWith("    ") || Line[0] == '\t'))
            return BodyLineKind.Code;
        if (FenceLength(trimmed) is >= 3 and var length)
        {
            (fence, fenceLength) = (trimmed[0], length);
            return BodyLineKind.Code;
        }

        return IsHeading(trimmed) ? BodyLineKind.Heading : BodyLineKind.Text;
    }

    private static int FenceLength(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is not ('`' or '~'))
            return 0;
        var length = line.IndexOfAnyExcept(line[0]);
        return length < 0 ? line.Length : length;
    }

    private bool IsHeading(ReadOnlySpan<char> trimmed)
    {
        var level = trimmed.IndexOfAnyExcept('#');
        if (level is >= 1 and <= 6 && char.IsWhiteSpace(trimmed[level]))
        {
            Level = level;
            Line = trimmed[level..].TrimEnd('#').Trim();
            return true;
        }

        var next = lines;
        var underline = afterBlank && next.Read() ? next.Line.TrimEnd() : default;
        if (underline is not ['=' or '-', _, ..] || underline.IndexOfAnyExcept(underline[0]) >= 0)
            return false;

        Level = underline[0] == '=' ? 1 : 2;
        Line = trimmed;
        expectsUnderline = true;
        return true;
    }
}
