namespace SearchNotes.Talks.Blocks;

/// <summary>Finds footnotes that nothing refers to, which no page shows.</summary>
/// <remarks>Compared with Goldmark, Markdig and kramdown: a label in code is no reference, and the lines of the footnote's first paragraph
/// belong to it without an indent (not in kramdown).</remarks>
internal sealed class FootnoteLines
{
    private const int MaxLabel = 80;
    private const int Indent = 4;

    private readonly string[] lines;
    private HashSet<string>? labels;

    /// <summary>Reads the lines of a post.</summary>
    internal FootnoteLines(string[] lines) => this.lines = lines;

    /// <summary>Number of lines of the footnote that begins on a line and that nothing refers to; 0 if something does.</summary>
    /// <param name="index">The line of a definition, from 0.</param>
    internal int UnusedLength(int index)
    {
        this.labels ??= Labels(this.lines);
        var line = this.lines[index].AsSpan().TrimStart();
        if (this.labels.Contains(line[2..line.IndexOf(']')].ToString()))
            return 0;
        var end = index + 1;
        while (end < this.lines.Length && IsText(this.lines[end]))
            end++;
        for (var i = end; i < this.lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(this.lines[i]))
                continue;
            if (!IsIndented(this.lines[i]))
                break;
            end = i + 1;
        }

        return end - index;
    }

    private static bool IsText(ReadOnlySpan<char> line) =>
        IsIndented(line) || (!line.IsWhiteSpace() && !line.StartsWith("[^") && !BeginsBlock(line.TrimStart()));

    private static bool BeginsBlock(ReadOnlySpan<char> line) =>
        line[0] is '#' or '>' or '<' or '`' or '~' or ':' or '|' or '{' || line.StartsWith("---") || IsItem(line);

    /// <summary>Whether a line without its indent begins an item of a list.</summary>
    internal static bool IsItem(ReadOnlySpan<char> line) =>
        line is ['-' or '*' or '+', ' ', ..] || line.TrimStart("0123456789") is ['.' or ')', ' ', ..];

    private static bool IsIndented(ReadOnlySpan<char> line) => line.StartsWith("\t") || line.Length - line.TrimStart(' ').Length >= Indent;

    private static HashSet<string> Labels(string[] lines)
    {
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fence = default(OpenFence);
        foreach (var line in lines)
        {
            if (!fence.IsInside(line) && line.Contains("[^", StringComparison.Ordinal))
                AddLabels(line, labels);
        }

        return labels;
    }

    private static void AddLabels(string line, HashSet<string> labels)
    {
        var code = new CodeSpans(line);
        var first = line.Length - line.AsSpan().TrimStart().Length;
        for (var i = first; i < line.Length; i = line[i] == '`' ? code.EndOf(i) : i + 1)
        {
            if (line[i] != '[' || i + 2 >= line.Length || line[i + 1] != '^')
                continue;
            var end = line.IndexOf(']', i, Math.Min(MaxLabel, line.Length - i));
            var isDefinition = i == first && line.AsSpan(Math.Max(end, 0)).StartsWith("]:");
            if (end > 0 && !isDefinition)
                labels.Add(line[(i + 2)..end]);
        }
    }
}
