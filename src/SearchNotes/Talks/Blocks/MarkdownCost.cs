namespace SearchNotes.Talks.Blocks;

/// <summary>Detects text on which the Markdown parser takes time quadratic in its length: nobody writes so, but anybody
/// may send it.</summary>
/// <remarks>Measured on 1 MiB of each: all other repetitions of Markdown's signs are read within seconds; these two were not
/// within half a minute.</remarks>
internal static class MarkdownCost
{
    /// <summary>Characters that the parser may look at in vain for the end of links. A real paragraph needs some thousands.</summary>
    private const long MaxSearched = 20_000_000;

    /// <summary>Definitions of links in a paragraph; each one moves all lines behind it. A long page has some hundreds.</summary>
    private const int MaxDefinitions = 4_000;

    /// <summary>Whether a text is read in a time that its length explains.</summary>
    internal static bool IsBearable(ReadOnlySpan<char> markdown)
    {
        while (!markdown.IsEmpty)
        {
            var (definitions, length) = (0, 0);
            for (var line = LineOf(markdown); !line.IsWhiteSpace(); line = LineOf(markdown[length..]))
            {
                definitions += line.Contains("]:", StringComparison.Ordinal) ? 1 : 0;
                length += line.Length;
            }

            if (definitions > MaxDefinitions || (long)OpenLinks(markdown[..length]) * length > MaxSearched)
                return false;
            // The blank line that ends the paragraph.
            markdown = markdown[(length + LineOf(markdown[length..]).Length)..];
        }

        return true;
    }

    /// <summary>Links whose address is still open where the next one begins: <c>[a]([a]([a](</c>.</summary>
    private static int OpenLinks(ReadOnlySpan<char> paragraph)
    {
        var open = 0;
        for (var at = paragraph.IndexOf("]("); at >= 0; at = paragraph.IndexOf("]("))
        {
            paragraph = paragraph[(at + 2)..];
            var next = paragraph.IndexOf("](");
            open += (next < 0 ? paragraph : paragraph[..next]).Contains(')') ? 0 : 1;
        }

        return open;
    }

    /// <summary>The first line with the sign that ends it.</summary>
    private static ReadOnlySpan<char> LineOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? text : text[..(end + 1)];
    }
}
