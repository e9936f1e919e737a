namespace SearchNotes.Talks.Blocks;

/// <summary>Rewrites the lines of Markdown dialects that CommonMark does not know to what their page shows, line by line.</summary>
/// <remarks>
/// Containers (<c>:::note</c>), admonitions (<c>!!! note</c>), tabs (<c>=== "Tab"</c>), alerts (<c>&gt; [!NOTE]</c>), definition lists,
/// footnotes, abbreviations, tables of contents, block ids, and the <c>import</c> and <c>export</c> lines of MDX. Code is copied.
/// </remarks>
internal sealed class DialectLines
{
    private const string Break = "<br>";
    private const int MaxItem = 100;

    private readonly string[] lines;
    private readonly string[] rewritten;
    private readonly HashSet<int> alerts = [];
    private readonly IndentedContent content = new();
    private readonly FootnoteLines footnotes;
    private OpenFence fence;
    private int hiddenContainers;
    private int containers;
    private int footnoteEnds = -1;
    private bool afterText;
    private bool inDirective;

    private DialectLines(string[] lines)
    {
        this.lines = lines;
        rewritten = new string[lines.Length];
        footnotes = new FootnoteLines(lines);
    }

    /// <summary>Rewrites the lines.</summary>
    /// <param name="lines">The lines of a post, without what the page does not show.</param>
    /// <param name="alerts">Receives the lines, from 0, on which a block quote begins that is no quote but an alert.</param>
    internal static string[] Rewrite(string[] lines, out IReadOnlySet<int> alerts)
    {
        var reading = new DialectLines(lines);
        for (var i = 0; i < lines.Length; i++)
            reading.Read(i);
        alerts = reading.alerts;
        return reading.rewritten;
    }

    private void Read(int index)
    {
        if (rewritten[index] is not null)
            return;
        var line = content.Strip(lines[index], fence.IsOpen);
        if (fence.IsInside(line))
        {
            rewritten[index] = hiddenContainers > 0 ? "" : line;
            afterText = false;
            return;
        }

        var shown = Container(line) ?? (hiddenContainers > 0 ? "" : Shown(index, line));
        rewritten[index] = shown;
        afterText = !string.IsNullOrWhiteSpace(shown) && !(shown[0] is '#' or '|' or '<');
    }

    private string Shown(int index, string line)
    {
        if (string.IsNullOrWhiteSpace(line) || (inDirective && DialectMarks.IsOption(line)))
            return "";
        inDirective = false;
        if (line.AsSpan().TrimStart().StartsWith("{:") && HiddenElements.Hides(line))
            BlankParagraphAbove(index);
        if (DialectMarks.IsNotShown(line) || IsContents(index, line))
            return "";
        if (!afterText && ModuleLines.Length(lines, index) is > 0 and var length)
            return Blank(index, length);
        // The title of a tab of VuePress.
        if (containers > 0 && line.StartsWith("== ", StringComparison.Ordinal))
            return WithBreaks(line[3..]);
        if (DialectMarks.Admonition(line) is { } title)
        {
            content.Open(line);
            return WithBreaks(title);
        }

        // A rule below a footnote is no underline of a heading.
        if (footnoteEnds == index && line.AsSpan().Trim().Trim('-').IsEmpty)
            return "***";
        if (DialectMarks.Footnote(line) is { } note)
        {
            if (footnotes.UnusedLength(index) is > 0 and var unused)
                return Blank(index, unused);
            content.Open(line);
            footnoteEnds = index + 1;
            return afterText ? Break + note : note;
        }

        if (DialectMarks.Alert(line) is { } alert && (!IsCode(line) || IsInItem(index, line)))
        {
            if (!alert.IsQuote)
                alerts.Add(index);
            return alert.Text.Length == 0 ? alert.Marks : alert.Marks + WithBreaks(alert.Text);
        }

        return afterText && DialectMarks.Definition(line) is { } definition ? definition : line;
    }

    private string? Container(string line)
    {
        if (DialectMarks.Container(line) is not { } container)
            return null;
        if (container.IsClosing)
        {
            containers = Math.Max(0, containers - 1);
            hiddenContainers = Math.Min(hiddenContainers, containers);
            return "";
        }

        containers++;
        var isHidden = HiddenElements.Hides(container.Attributes) || FormatConditions.Hide(container.Attributes);
        if (hiddenContainers == 0 && isHidden)
            hiddenContainers = containers;
        inDirective = true;
        return hiddenContainers > 0 ? "" : WithBreaks(container.Title);
    }

    private static bool IsCode(string line) => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t');

    // Whether the line less indented than this one is an item of a list.
    private bool IsInItem(int index, string line)
    {
        var indent = line.Length - line.AsSpan().TrimStart().Length;
        for (var i = index - 1; i >= Math.Max(0, index - MaxItem); i--)
        {
            var above = lines[i].AsSpan().TrimStart();
            if (!above.IsEmpty && lines[i].Length - above.Length < indent)
                return FootnoteLines.IsItem(above);
        }

        return false;
    }

    // "* TOC" is a stand-in for what {:toc} on the next line makes.
    private bool IsContents(int index, string line) =>
        index + 1 < lines.Length && lines[index + 1].TrimStart().StartsWith("{:toc", StringComparison.Ordinal) && line.Length < 40;

    // Kramdown sets a list of attributes on the block above it.
    private void BlankParagraphAbove(int index)
    {
        for (var i = index - 1; i >= 0 && !string.IsNullOrWhiteSpace(rewritten[i]); i--)
            rewritten[i] = "";
    }

    private string Blank(int index, int length)
    {
        for (var i = index; i < index + length; i++)
            rewritten[i] = "";
        return "";
    }

    private static string WithBreaks(string title) => title.Length == 0 ? "" : Break + title + Break;
}
