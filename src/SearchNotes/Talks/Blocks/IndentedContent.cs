namespace SearchNotes.Talks.Blocks;

/// <summary>Follows content that is indented below a line of its own, such as an admonition or a footnote, and takes the indent
/// away: CommonMark would read it as code.</summary>
internal sealed class IndentedContent
{
    private const int Step = 4;

    // The columns that the content of each open line is indented by, outermost first.
    private readonly List<int> indents = [];

    /// <summary>The line without the indent of the content that it belongs to.</summary>
    internal string Strip(string line, bool isCode)
    {
        if (indents.Count == 0 || string.IsNullOrWhiteSpace(line))
            return line;
        var indent = Indent(line);
        if (!isCode)
            indents.RemoveAll(needed => needed > indent);
        return indents.Count == 0 ? line : Without(line, indents[^1]);
    }

    /// <summary>Expects content below a line, indented by four columns more than the line itself.</summary>
    /// <param name="line">The line without the indent of the content that it belongs to.</param>
    internal void Open(string line) => indents.Add((indents.Count == 0 ? 0 : indents[^1]) + Indent(line) / Step * Step + Step);

    private static int Indent(string line)
    {
        var columns = 0;
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
                break;
            columns += c == '\t' ? Step - columns % Step : 1;
        }

        return columns;
    }

    private static string Without(string line, int indent)
    {
        var (at, columns) = (0, 0);
        for (; at < line.Length && columns < indent && line[at] is ' ' or '\t'; at++)
            columns += line[at] == '\t' ? Step - columns % Step : 1;
        return columns > indent ? new string(' ', columns - indent) + line[at..] : line[at..];
    }
}
