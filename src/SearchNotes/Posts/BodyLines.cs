namespace SearchNotes.Posts;

/// <summary>What a line of a Markdown body is, as far as one can tell without a Markdown parser.</summary>
internal enum BodyLineKind
{
    /// <summary>Blank.</summary>
    Blank,

    /// <summary>Inside a code block, or its fence.</summary>
    Code,

    /// <summary>A heading: the line of an ATX heading, or the text above a setext underline.</summary>
    Heading,

    /// <summary>The underline of a setext heading.</summary>
    Underline,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>Goes through a Markdown body line by line: enough for a title and for a sample of prose. Talks are split from a real syntax tree.</summary>
internal ref struct BodyLines(string text, int start, int lineNumber)
{
    private TextLines _lines = new(text, start, lineNumber);
    private char _fence;
    private int _fenceLength;
    private bool _afterBlank = true;
    private bool _expectsUnderline;

    /// <summary>What the current line is.</summary>
    internal BodyLineKind Kind { get; private set; }

    /// <summary>The level of a heading, 1 to 6.</summary>
    internal int Level { get; private set; }

    /// <summary>The current line; of a heading its text without the marks.</summary>
    internal ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Goes to the next line; false behind the last.</summary>
    internal bool Read()
    {
        if (!_lines.Read())
            return false;

        Line = _lines.Line;
        Kind = Classify();
        _afterBlank = Kind == BodyLineKind.Blank || (_afterBlank && Kind == BodyLineKind.Code && _fence == '\0');
        return true;
    }

    private BodyLineKind Classify()
    {
        var trimmed = Line.Trim();
        if (_expectsUnderline)
        {
            _expectsUnderline = false;
            return BodyLineKind.Underline;
        }

        if (_fence != '\0')
        {
            if (FenceLength(trimmed) >= _fenceLength && trimmed[0] == _fence && trimmed.Trim(_fence).IsEmpty)
                _fence = '\0';
            return BodyLineKind.Code;
        }

        if (trimmed.IsEmpty)
            return BodyLineKind.Blank;
        if (_afterBlank && (Line.StartsWith("    ") || Line[0] == '\t'))
            return BodyLineKind.Code;
        if (FenceLength(trimmed) is >= 3 and var length)
        {
            (_fence, _fenceLength) = (trimmed[0], length);
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

        var next = _lines;
        var underline = _afterBlank && next.Read() ? next.Line.TrimEnd() : default;
        if (underline.IsEmpty || underline[0] is not ('=' or '-') || underline.Length < 2 || underline.IndexOfAnyExcept(underline[0]) >= 0)
            return false;

        Level = underline[0] == '=' ? 1 : 2;
        Line = trimmed;
        _expectsUnderline = true;
        return true;
    }
}
