using System.Buffers;
using System.Net;
using SearchNotes.Posts;

namespace SearchNotes.Talks.Blocks;

/// <summary>Reads the few things that matter in HTML inside Markdown.</summary>
internal static class HtmlText
{
    /// <summary>Elements that stand in a line of text. Any other begins and ends a line.</summary>
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
        "label", "mark", "math", "meter", "nobr", "output", "picture", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
            "small",
        "source", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr",
    };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n=>}");

    /// <summary>Whether a tag ends a line: that of any element but the inline ones.</summary>
    internal static bool IsBreak(ReadOnlySpan<char> tag) => Name(tag) is { Length: > 0 } name && !Inline.Contains(name);

    /// <summary>The id that an anchor tag gives: &lt;a name="x"&gt; → x; <see langword="null"/> for all other tags.</summary>
    internal static string? AnchorId(string tag)
    {
        if (tag.StartsWith("</", StringComparison.Ordinal) || Name(tag) is not ("a" or "span"))
            return null;
        return Attribute(tag, "name") ?? Attribute(tag, "id");
    }

    /// <summary>The heading that a line of HTML holds: &lt;h3&gt;Questions&lt;/h3&gt; → 3 and its text; level 0 when it holds
    /// none.</summary>
    internal static (int Level, string Text, string? Id) Heading(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length < 9 || trimmed is not ['<', 'h' or 'H', >= '1' and <= '6', ..])
            return default;
        var open = trimmed.IndexOf('>', StringComparison.Ordinal);
        if (open < 0 || HeadingEnd(trimmed) < open)
            return default;
        return (trimmed[2] - '0', string.Join(' ', Pieces(trimmed[..HeadingEnd(trimmed)]).Select(p => p.Text.Trim())).Trim(),
            Attribute(trimmed.AsSpan(0, open + 1), "id"));
    }

    /// <summary>What follows the heading in a line that begins with one.</summary>
    internal static string BehindHeading(string line)
    {
        var heading = line.TrimStart();
        return heading[HeadingEnd(heading)..];
    }

    /// <summary>The end of a heading: its closing tag; -1 if there is none.</summary>
    private static int HeadingEnd(string heading) => heading.IndexOf($"</h{heading[2]}", StringComparison.OrdinalIgnoreCase);

    /// <summary>HTML without tags and comments, entities decoded, in pieces that end where a line or an element that is not inline
    /// does.</summary>
    /// <returns>The pieces that hold more than space, with the line that each begins on, from 0.</returns>
    internal static IEnumerable<(string Text, int Line)> Pieces(string html)
    {
        var kept = new char[html.Length];
        var (length, line) = (0, 0);
        for (var i = 0; i < html.Length;)
        {
            var tag = html[i] == '<' ? TagOrCommentLength(html.AsSpan(i)) : 0;
            var ends = tag == 0 ? html[i] == '\n' : IsBreak(html.AsSpan(i, tag));
            if (tag == 0 && !ends)
                kept[length++] = html[i];
            if (ends && length > 0)
            {
                if (Piece(kept.AsSpan(0, length)) is { } text)
                    yield return (text, line);
                length = 0;
            }

            var consumed = Math.Max(tag, 1);
            line += html.AsSpan(i, consumed).Count('\n');
            i += consumed;
        }

        if (Piece(kept.AsSpan(0, length)) is { } last)
            yield return (last, line);
    }

    /// <summary>The length of the tag that a text begins with, in quotes a greater-than sign ends nothing; 0 if it begins with
    /// none.</summary>
    internal static int TagLength(ReadOnlySpan<char> html)
    {
        var quote = '\0';
        var braces = 0;
        for (var i = 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (i > 1 && c is '"' or '\'' && BeginsValue(html[i - 1], braces))
                quote = c;
            else if (c is '{' or '}')
                braces += c == '{' ? 1 : -1;
            else if (braces <= 0 && c is '>' or '<')
                return c == '>' ? i + 1 : 0;
        }

        return 0;
    }

    private static bool BeginsValue(char before, int braces) => before is '=' or ' ' || braces > 0;

    private static bool IsInName(char c, bool isFirst) => char.IsAsciiLetterOrDigit(c) || (c == '-' && !isFirst);

    /// <summary>Returns the name of a tag in lower case; empty for text that is not a tag.</summary>
    internal static string Name(ReadOnlySpan<char> tag)
    {
        var start = tag.Length > 1 && tag[1] == '/' ? 2 : 1;
        var end = start;
        while (end < tag.Length && IsInName(tag[end], isFirst: end == start))
            end++;
        return end > start ? tag[start..end].ToString().ToLowerInvariant() : "";
    }

    /// <summary>Reads the next attribute: <c>hidden</c>, <c>id=x</c>, <c>style="a b"</c>, and in Kramdown <c>.class</c> and
    /// <c>#id</c>.</summary>
    internal static bool TryAttribute(ref ReadOnlySpan<char> attributes, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        attributes = attributes.TrimStart(" \t\n/>{}:");
        var end = attributes.IndexOfAny(NameEnds);
        end = end < 0 ? attributes.Length : end;
        name = attributes[..end];
        value = default;
        attributes = attributes[end..];
        if (attributes is not ['=', ..])
            return name.Length > 0;
        attributes = attributes[1..].TrimStart();
        var isQuoted = attributes is ['"' or '\'', ..];
        var close = isQuoted ? attributes[1..].IndexOf(attributes[0]) + 1 : attributes.IndexOfAny(" \t\n>}");
        close = close <= 0 && (isQuoted || close < 0) ? attributes.Length : close;
        value = isQuoted ? attributes[1..close] : attributes[..close];
        attributes = attributes[Math.Min(attributes.Length, isQuoted ? close + 1 : close)..];
        return true;
    }

    private static int TagOrCommentLength(ReadOnlySpan<char> html)
    {
        if (html.Length < 2 || !(char.IsAsciiLetter(html[1]) || html[1] is '/' or '!' or '?'))
            return 0;
        var comment = html.StartsWith("<!--");
        var end = html.IndexOf(comment ? "-->" : ">");
        if (end >= 0)
            return end + (comment ? 3 : 1);
        var line = html.IndexOf('\n');
        return comment || line < 0 ? html.Length : line;
    }

    // Markdown in HTML that the parser left alone: some engines parse it, and none means the marks to be read.
    private static string? Piece(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() ? null : PlainText.Of(text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString());

    private static string? Attribute(ReadOnlySpan<char> tag, string wanted)
    {
        var attributes = tag[Math.Min(tag.Length, 1 + Name(tag).Length)..];
        while (TryAttribute(ref attributes, out var name, out var value))
        {
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase) && !value.IsWhiteSpace())
                return value.Trim().ToString();
        }

        return null;
    }
}
