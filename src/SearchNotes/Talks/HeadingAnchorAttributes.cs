using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>Finds the attributes in braces that some engines take: <c>Title {#id .class}</c>.</summary>
internal static class HeadingAnchorAttributes
{
    /// <summary>A heading without the braces at its end, and the id in them; the whole heading where the engine does not know
    /// them.</summary>
    internal static (string Source, string? Id) Split(AnchorStyle style, string source)
    {
        var open = source.EndsWith('}') ? source.LastIndexOf('{') : -1;
        if (open < 1 || style is AnchorStyle.Unknown or AnchorStyle.GitHub or AnchorStyle.Redcarpet or AnchorStyle.Hexo)
            return (source, null);
        if (source[open - 1] == ']' && style == AnchorStyle.Pandoc)
            return (source, null);

        var attributes = source[(open + 1)..^1].TrimStart(':').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var id = Array.Find(attributes, IsId);

        if (attributes.Length == 0 || !attributes.All(IsAttribute))
            return (source, null);
        // Kramdown knows {#id} and nothing else there.
        var isId = attributes.Length == 1 && id is ['#', ..] && source[open + 1] is '#' or ':';
        if (style is AnchorStyle.Kramdown or AnchorStyle.KramdownGfm && !isId)
            return (source, null);

        return (source[..open].TrimEnd(), id?[(id.IndexOfAny(['#', '=']) + 1)..].Trim('"'));
    }

    /// <summary>A source without the attributes of links and spans inside it: <c>[Jane](x){:target="_blank"}</c>,
    /// <c>[Title]{.class}</c>.</summary>
    /// <param name="source">The source.</param>
    /// <param name="opening">How they begin; a bracket in it stays.</param>
    internal static string Without(string source, string opening)
    {
        for (var start = source.IndexOf(opening, StringComparison.Ordinal); start
            >= 0; start = source.IndexOf(opening, start, StringComparison.Ordinal))
        {
            var end = source.IndexOf('}', start);
            if (end < 0)
                break;
            source = source[..start] + (opening[0] == ']' ? "]" : "") + source[(end + 1)..];
        }

        return source;
    }

    private static bool IsId(string attribute) => attribute is ['#', _, ..] || attribute.StartsWith("id=", StringComparison.Ordinal);

    private static bool IsAttribute(string text) =>
        text is "-" or ['#' or '.', _, ..] || text.IndexOf('=', StringComparison.Ordinal) > 0;
}
