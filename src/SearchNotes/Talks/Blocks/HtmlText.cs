using System.Net;

namespace SearchNotes.Talks.Blocks;

/// <summary>Reads the few things that matter in HTML inside Markdown.</summary>
internal static class HtmlText
{
    /// <summary>Whether a tag ends a line: &lt;br&gt;, &lt;p&gt;, &lt;li&gt;.</summary>
    internal static bool IsBreak(string tag)
    {
        var name = Name(tag);
        return name is "br" or "p" or "li" or "div" or "td" or "tr" or "hr";
    }

    /// <summary>The id that an anchor tag gives: &lt;a name="x"&gt; → x; <see langword="null"/> for all other tags.</summary>
    internal static string? AnchorId(string tag)
    {
        if (tag.StartsWith("</", StringComparison.Ordinal) || Name(tag) is not ("a" or "span"))
            return null;
        return Attribute(tag, " name=") ?? Attribute(tag, " id=");
    }

    /// <summary>The heading that a line of HTML holds: &lt;h3&gt;Questions&lt;/h3&gt; → 3 and its text; level 0 when it holds
    /// none.</summary>
    internal static (int Level, string Text, string? Id) Heading(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length < 9 || trimmed[0] != '<' || trimmed[1] is not ('h' or 'H') || trimmed[2] is < '1' or > '6')
            return default;
        var open = trimmed.IndexOf('>', StringComparison.Ordinal);
        if (open < 0 || trimmed.IndexOf($"</h{trimmed[2]}", StringComparison.OrdinalIgnoreCase) < open)
            return default;
        return (trimmed[2] - '0', WithoutTags(trimmed), Attribute(trimmed[..open], " id="));
    }

    /// <summary>A piece of HTML without tags and comments, entities decoded.</summary>
    internal static string WithoutTags(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return html;
        var kept = new char[html.Length];
        var length = 0;
        for (var i = 0; i < html.Length;)
        {
            var end = html[i] == '<' ? TagEnd(html, i) : -1;
            if (end < 0)
            {
                kept[length++] = html[i++];
                continue;
            }

            if (IsBreak(html[i..end]))
                kept[length++] = ' ';
            i = end;
        }

        return WebUtility.HtmlDecode(new string(kept, 0, length));
    }

    private static int TagEnd(string html, int at)
    {
        if (at + 1 >= html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            return -1;
        var comment = html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal);
        var end = html.IndexOf(comment ? "-->" : ">", at, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + (comment ? 3 : 1);
    }

    private static string Name(string tag)
    {
        var start = tag.Length > 1 && tag[1] == '/' ? 2 : 1;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
            end++;
        return end > start ? tag[start..end].ToLowerInvariant() : "";
    }

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = tag[(at + name.Length)..].TrimStart();
        if (value.Length == 0)
            return null;
        var quote = value[0] is '"' or '\'' ? value[0] : ' ';
        value = quote == ' ' ? value : value[1..];
        var end = value.IndexOfAny([quote, '>']);
        var id = (end < 0 ? value : value[..end]).Trim();
        return id.Length == 0 ? null : id;
    }
}
