using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>The lines of a block's text as the source had them.</summary>
internal static class BlockLines
{
    /// <summary>Start and end of every line in the block's text; at least one.</summary>
    internal static IEnumerable<(int Start, int End)> Of(Block block)
    {
        var start = 0;
        foreach (var span in block.Spans)
        {
            if (span.Kind is not (SpanKind.Break or SpanKind.HardBreak) || span.Start < start)
                continue;
            yield return (start, span.Start);
            start = Math.Min(span.End, block.Text.Length);
        }

        yield return (start, block.Text.Length);
    }
}
