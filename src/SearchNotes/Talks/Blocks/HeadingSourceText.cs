using Markdig.Syntax;

namespace SearchNotes.Talks.Blocks;

/// <summary>A heading as its author typed it, which some generators make its id from.</summary>
internal static class HeadingSourceText
{
    /// <summary>The source of a heading without hashes or underline, inline mark-up kept.</summary>
    internal static string Of(HeadingBlock heading, SourceLines source, int line)
    {
        if (heading.IsSetext)
        {
            var lines = Math.Max(1, heading.Lines.Count);
            return string.Join(' ', Enumerable.Range(line, lines).Where(i => i < source.Count).Select(i => source[i].Trim())
                .Where(l => l.Trim('=', '-').Length > 0));
        }

        var text = source[line].AsSpan().TrimStart(" \t>*+-0123456789.").TrimStart('#').Trim();
        var withoutHashes = text.TrimEnd('#');
        return (withoutHashes.Length < text.Length && withoutHashes.Length > 0 && char.IsWhiteSpace(withoutHashes[^1])
            ? withoutHashes.TrimEnd()
            : text).ToString();
    }

    /// <summary>The id in an attribute list below a heading, as Kramdown takes it: <c>{: #own .wide}</c> → own.</summary>
    internal static string? IdBelow(HeadingBlock heading, SourceLines source, int line)
    {
        // A heading with an underline is reported at its first line.
        var below = line + (heading.IsSetext ? Math.Max(1, heading.Lines.Count) : 0) + 1;
        if (below >= source.Count || source[below].AsSpan().Trim() is not ['{', ':', .., '}'] list)
            return null;
        while (HtmlText.TryAttribute(ref list, out var name, out var value))
        {
            if (name is ['#', _, ..] || name is "id")
                return (name[0] == '#' ? name[1..] : value).ToString();
        }

        return null;
    }

    /// <summary>Whether the source has no space behind the hashes.</summary>
    internal static HeadingForm Form(HeadingBlock heading, SourceLines source, int line)
    {
        var text = source[line].AsSpan().TrimStart('#');
        return !heading.IsSetext && source[line].StartsWith('#') && text is [not (' ' or '\t'), ..]
            ? HeadingForm.WithoutSpace : HeadingForm.Markdown;
    }
}
