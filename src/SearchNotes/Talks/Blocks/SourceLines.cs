using System.Text;

namespace SearchNotes.Talks.Blocks;

/// <summary>A post's Markdown, line by line, made ready for a CommonMark parser without moving a line.</summary>
/// <remarks>
/// Two habits make CommonMark see headings where there is code, or no headings at all: Liquid's <c>{% highlight ruby %}</c> (its lines that
/// begin with <c>#</c> would be headings) and <c>#Todd Parker</c> without a space. Both are rewritten to what they mean.
/// </remarks>
internal sealed class SourceLines
{
    private const string Fence = "````````````";
    private readonly string[] lines;
    private readonly IReadOnlySet<int> alerts;

    private SourceLines(string[] lines, string markdown, IReadOnlySet<int> alerts)
    {
        this.lines = lines;
        this.alerts = alerts;
        Markdown = markdown;
    }

    /// <summary>The text for the parser; line <c>n</c> of it is line <c>n</c> of the source.</summary>
    internal string Markdown { get; }

    /// <summary>Number of lines.</summary>
    internal int Count => this.lines.Length;

    /// <summary>A line of the source as written, without what the page does not show.</summary>
    /// <param name="index">From 0.</param>
    internal string this[int index] => this.lines[index];

    /// <summary>Whether the block quote that begins on a line is an alert or a call-out.</summary>
    /// <param name="index">From 0.</param>
    internal bool IsAlert(int index) => this.alerts.Contains(index);

    /// <summary>Reads the lines of a Markdown text.</summary>
    internal static SourceLines Read(string text)
    {
        var written = HiddenText.Remove(text).Split('\n');
        var lines = DialectLines.Rewrite(written, out var alerts);
        var kinds = Classify(lines, out var loose, out var proper);
        var takesLoose = loose >= 2 && loose > proper;
        var markdown = new StringBuilder(text.Length + 64);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                markdown.Append('\n');
            AppendLine(markdown, lines[i], kinds[i], takesLoose || (kinds[i] == LineKind.LooseHeading && IsFirstTitle(lines, i)));
        }

        return new SourceLines(Array.ConvertAll(written, line => line.Replace(TemplateRemarks.LiteralBrace, '{')), markdown.ToString(),
            alerts);
    }

    // "#Supercharged design in open source – Ada Muster" above all text: a title of words, and no row of tags.
    private static bool IsFirstTitle(string[] lines, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
                return false;
        }

        return lines[index].Count(c => c == ' ') >= 3;
    }

    private static void AppendLine(StringBuilder markdown, string line, LineKind kind, bool takesLoose)
    {
        switch (kind)
        {
            case LineKind.HighlightOpens:
                markdown.Append(Fence).Append(HighlightLanguage(line));
                break;
            case LineKind.HighlightCloses:
                markdown.Append(Fence);
                break;
            case LineKind.NoBreakSpaceHeading:
                markdown.Append(line.Replace('\u00A0', ' ').Replace('\u3000', ' '));
                break;
            case LineKind.LooseHeading when takesLoose || line.StartsWith("##", StringComparison.Ordinal):
                var hashes = HashCount(line);
                markdown.Append(line, 0, hashes).Append(' ').Append(line, hashes, line.Length - hashes);
                break;
            case LineKind.TemplateTag:
                break;
            default:
                markdown.Append(line);
                break;
        }
    }

    private enum LineKind
    {
        Other,
        HighlightOpens,
        HighlightCloses,
        LooseHeading,
        NoBreakSpaceHeading,
        TemplateTag,
    }

    private static LineKind[] Classify(string[] lines, out int loose, out int proper)
    {
        var kinds = new LineKind[lines.Length];
        var closing = HighlightEnds(lines);
        var fence = default(OpenFence);
        var inHighlight = false;
        loose = proper = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan();
            if (inHighlight)
            {
                inHighlight = !IsCodeEndTag(line);
                kinds[i] = inHighlight ? LineKind.Other : LineKind.HighlightCloses;
            }
            else if (fence.IsInside(line))
            {
                continue;
            }
            else if (IsCodeTag(line) && closing > i)
            {
                // Without an end further down the rest of the post would become code.
                inHighlight = true;
                kinds[i] = LineKind.HighlightOpens;
            }
            else
            {
                kinds[i] = HeadingKind(lines[i], ref loose, ref proper);
            }
        }

        return kinds;
    }

    private static int HighlightEnds(string[] lines) =>
        Array.FindLastIndex(lines, line => IsCodeEndTag(line));

    private static bool IsCodeTag(ReadOnlySpan<char> line) => IsTag(line, "highlight", "highlight")
        || IsTag(line, "codeblock", "codeblock");

    private static bool IsCodeEndTag(ReadOnlySpan<char> line) =>
        IsTag(line, "endhighlight", "/highlight") || IsTag(line, "endcodeblock", "/codeblock");

    private static LineKind HeadingKind(string line, ref int loose, ref int proper)
    {
        if (IsTemplateTag(line))
            return LineKind.TemplateTag;
        var hashes = HashCount(line);
        if (hashes == 0 || hashes >= line.Length)
            return LineKind.Other;
        var next = line[hashes];
        if (next is ' ' or '\t')
        {
            proper++;
            return LineKind.Other;
        }

        if (next is '\u00A0' or '\u3000')
            return LineKind.NoBreakSpaceHeading;
        if (!IsLooseHeading(line, hashes))
            return LineKind.Other;
        loose++;
        return LineKind.LooseHeading;
    }

    // "#devops #conf" is a row of hash tags and "#!/bin/sh" a script.
    private static bool IsLooseHeading(string line, int hashes) =>
        (char.IsLetterOrDigit(line[hashes]) || line[hashes] is '"' or '~' or '[' or '*' or '`' or '［' or '【' or '「' or '『' or '“' or '《')
            && line.IndexOf(" #", StringComparison.Ordinal) < 0;

    // Only at the margin: an indented "#" is more often a comment in code.
    private static int HashCount(string line)
    {
        var hashes = 0;
        while (hashes < line.Length && line[hashes] == '#')
            hashes++;
        return hashes <= 6 ? hashes : 0;
    }

    // A line that is nothing but a Liquid tag or a Hugo shortcode: {% include x.html %}, {{< youtube abc >}}, {: .lead},
    // @[speakerdeck](abc). A rule in HTML
    // would take the heading on the next line along into its HTML block.
    private static bool IsTemplateTag(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (trimmed is "<hr>" or "<hr/>" or "<hr />")
            return true;
        if (trimmed.Length < 4)
            return false;
        return trimmed switch
        {
            ['{', '%', ..] => EndsFirstIn(trimmed, "%}"),
            ['{', '{', '<', ..] => EndsFirstIn(trimmed, ">}}"),
            ['{', '{', '%', ..] => EndsFirstIn(trimmed, "%}}"),
            ['{', ':', ..] => EndsFirstIn(trimmed, "}"),
            ['@', '[', .., ')'] => trimmed.IndexOf("](", StringComparison.Ordinal) > 2,
            _ => false,
        };
    }

    // Whether the first place of a sign is the end of the line.
    private static bool EndsFirstIn(ReadOnlySpan<char> line, string sign) =>
        line.IndexOf(sign, StringComparison.Ordinal) == line.Length - sign.Length;

    private static bool IsTag(ReadOnlySpan<char> line, string liquid, string hugo)
    {
        var trimmed = line.Trim();
        return trimmed switch
        {
            ['{', '%', .. var tag] => tag.TrimStart(" -").StartsWith(liquid, StringComparison.Ordinal),
            ['{', '{', '<', .. var shortcode] => shortcode.TrimStart().StartsWith(hugo, StringComparison.Ordinal),
            _ => false,
        };
    }

    // {% highlight ruby %}, {{< highlight go "linenos=table" >}}, Hexo's {% codeblock A title lang:ruby %}.
    private static string HighlightLanguage(string line)
    {
        if (line.Contains("codeblock", StringComparison.Ordinal))
        {
            var named = line.IndexOf("lang:", StringComparison.Ordinal);
            return named < 0 ? "" : line.AsSpan(named + 5).Trim(" -%}>").ToString().Split(' ')[0];
        }

        var after = line.AsSpan(line.IndexOf("highlight", StringComparison.Ordinal) + "highlight".Length).Trim(" \"-%}>").ToString();
        var end = after.AsSpan().IndexOfAny(" \"%}>");
        return end < 0 ? after : after[..end];
    }
}
