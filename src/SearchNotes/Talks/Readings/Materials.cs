using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Finds lines that link to slides and recordings: "Slides: …", "[Video](…)", "スライド", "课件下载：…".</summary>
internal static class Materials
{
    private const int LongestLabel = 24;

    /// <summary>Whether one of the lines of a text is such a line.</summary>
    internal static bool Has(Block block)
    {
        if (block.Kind != BlockKind.Text || block.Linked == 0)
            return false;
        foreach (var (start, end) in BlockLines.Of(block))
        {
            var label = block.Text.AsSpan(start, end - start);
            if (label.IndexOfAny(':', '：') is > 0 and var colon)
                label = label[..colon];
            label = label.Trim(" *_-[]()（）");
            if (label.Length is > 1 and < LongestLabel && IsLabel(label))
                return true;
        }

        return false;
    }

    private static bool IsLabel(ReadOnlySpan<char> text) =>
        Words.MaterialLabels.Has(text) || (text[0] >= '\u3040' && Words.MaterialLabels.IsIn(text.ToString()));
}
