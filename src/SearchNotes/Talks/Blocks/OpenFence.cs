namespace SearchNotes.Talks.Blocks;

/// <summary>Follows fences of back ticks or tildes line by line: CommonMark's rule in short.</summary>
internal struct OpenFence
{
    private char mark;
    private int length;

    /// <summary>Whether the last line read lies in a fence that is still open.</summary>
    internal readonly bool IsOpen => this.length > 0;

    /// <summary>Reads the next line.</summary>
    /// <returns>Whether the line belongs to fenced code, its fences included.</returns>
    internal bool IsInside(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart();
        var mark = trimmed.Length > 0 ? trimmed[0] : '\0';
        var length = mark is '`' or '~' ? trimmed.Length - trimmed.TrimStart(mark).Length : 0;
        if (this.length == 0)
        {
            if (length < 3 || (mark == '`' && trimmed[length..].Contains('`')))
                return false;
            (this.mark, this.length) = (mark, length);
            return true;
        }

        if (mark == this.mark && length >= this.length && trimmed[length..].IsWhiteSpace())
            this.length = 0;
        return true;
    }
}
