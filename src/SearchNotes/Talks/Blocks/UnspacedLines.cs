using SearchNotes.Posts.Letters;

namespace SearchNotes.Talks.Blocks;

/// <summary>Joins the lines of a text in a script without spaces: a line break of the source is a space only where words have
/// spaces.</summary>
/// <remarks>Chinese and Japanese as in CSS Text 3, section 4.1.2 (segment break transformation), and Thai, Lao, Khmer and Burmese. Korean
/// has spaces.</remarks>
internal static class UnspacedLines
{
    /// <summary>Returns a block's text and spans without the spaces that stand for line breaks between two such letters.</summary>
    internal static (string Text, IReadOnlyList<TextSpan> Spans) Join(Block block)
    {
        var cuts = new List<TextRange>();
        foreach (var span in block.Spans)
        {
            if (span.Kind == SpanKind.Break && IsUnspaced(block.Text, span.Start - 1) && IsUnspaced(block.Text, span.End))
                cuts.Add(new TextRange(span.Start, 1));
        }

        return cuts.Count == 0 ? (block.Text, block.Spans) : Debris.Cut(block.Text, [.. block.Spans], cuts);
    }

    private static bool IsUnspaced(string text, int at) =>
        at >= 0 && at < text.Length && IsUnspaced(text[at]);

    private static bool IsUnspaced(char c) => Scripts.IsSouthEastAsian(c) || IsEastAsian(c);

    private static bool IsEastAsian(char c) => Scripts.IsHan(c) || Scripts.IsKana(c) || IsWideSign(c);

    // Radicals, punctuation and full-width forms between Han and kana, and the katakana of Ainu.
    private static bool IsWideSign(char c) =>
        c is (>= '\u2E80' and <= '\u303F') or '\u30FB' or (>= '\u31F0' and <= '\u31FF') or (>= '\u4DC0' and <= '\u4DFF')
            or (>= '\uFF00' and <= '\uFF65');
}
