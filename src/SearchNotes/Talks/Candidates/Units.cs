using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Candidates;

/// <summary>Finds the units of a post.</summary>
internal static class Units
{
    /// <summary>Headings, or units, beyond which no talks are looked for: no day of talks has a tenth of these.</summary>
    internal const int Most = 2000;

    private const int LongestLine = 200;

    /// <summary>The units in order; none where there are more than <see cref="Most"/>.</summary>
    internal static IReadOnlyList<Unit> Of(Outline outline)
    {
        var indices = Enumerable.Range(0, outline.Blocks.Count).Where(i => IsUnit(outline.Blocks[i])).ToList();
        if (indices.Count > Most)
            return [];
        var ends = Ends(outline.Blocks);
        var units = new List<Unit>(indices.Count);
        var groups = new Dictionary<(int Heading, UnitKind Kind, int Depth), int>();
        var open = new Stack<int>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var heading = -1;
        var paragraph = -1;
        foreach (var index in indices)
        {
            var block = outline.Blocks[index];
            while (heading + 1 < outline.Headings.Count && outline.Headings[heading + 1].BlockIndex < index)
                heading++;
            while (open.Count > 0 && units[open.Peek()].End <= index)
                open.Pop();
            var kind = outline.IsBoldHeading(index)
                ? UnitKind.BoldLine : block.ListDepth > 0 || block.IsRow ? UnitKind.Item : UnitKind.Paragraph;
            if (!groups.TryGetValue((heading, kind, block.ListDepth), out var group))
                groups[(heading, kind, block.ListDepth)] = group = groups.Count;
            units.Add(Read(outline, index, kind, ends[index], names) with
            {
                Heading = heading,
                Holder = open.Count > 0 ? open.Peek() : -1,
                Introduction = kind == UnitKind.Item ? paragraph : -1,
                Group = group,
            });
            if (kind == UnitKind.Item)
                open.Push(units.Count - 1);
            else
                paragraph = index;
        }

        return units;
    }

    private static bool IsUnit(Block block) =>
        block is { Kind: BlockKind.Text, InQuote: false } && (block.ListDepth == 0 || block.IsItem);

    private static Unit Read(Outline outline, int index, UnitKind kind, int end, HashSet<string> known)
    {
        var block = outline.Blocks[index];
        var names = NameFinder.In(block, outline.Vocabulary).Where(n => n.Name.Confidence >= NameConfidence.Strong).ToList();
        var (start, stop) = BlockLines.Of(block).First();
        var line = TopicPrefix.Split(block.Text[start..Math.Min(stop, start + LongestLine)]).Topic;
        return new Unit
        {
            Kind = kind,
            Block = block,
            BlockIndex = index,
            End = end,
            Lead = LeadReader.Read(block, outline.Vocabulary),
            Said = SpeakerSentence.Read(block, outline.Vocabulary),
            Line = stop - start > LongestLine || line.Length == 0 ? null : LeadReader.Best(TalkHeading.Read(line, outline.Vocabulary)),
            Names = names.Count,
            NewNames = names.Count(n => known.Add(n.Name.Name)),
            FirstName = names.Count > 0 ? names[0].Start : -1,
        };
    }

    /// <summary>For each block the index of the next one that is not part of it: another item of its depth or above, a heading, a rule;
    /// for paragraphs the next block.</summary>
    private static int[] Ends(IReadOnlyList<Block> blocks)
    {
        var ends = new int[blocks.Count];
        var open = new Stack<int>();
        for (var i = 0; i <= blocks.Count; i++)
        {
            var depth = i == blocks.Count || blocks[i].Kind is BlockKind.Heading or BlockKind.Rule ? 0 : blocks[i].ListDepth;
            var opens = i < blocks.Count && blocks[i].IsItem;
            while (open.Count > 0 && blocks[open.Peek()].ListDepth >= (opens ? depth : depth + 1))
                ends[open.Pop()] = i;
            if (i == blocks.Count)
                break;
            ends[i] = i + 1;
            if (opens)
                open.Push(i);
        }

        return ends;
    }
}
