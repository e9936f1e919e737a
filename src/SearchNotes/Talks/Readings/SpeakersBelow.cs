using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Finds the speakers that the text under a heading names.</summary>
internal static class SpeakersBelow
{
    /// <summary>Looks for a speaker in the first blocks under a heading.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="vocabulary">Words of the post.</param>
    /// <param name="takesSentences">Whether running text is read as well: not needed where the heading names the speaker.</param>
    internal static SpeakerEvidence? Find(IEnumerable<Block> blocks, Vocabulary vocabulary, bool takesSentences = true)
    {
        SpeakerEvidence? mention = null;
        SpeakerEvidence? line = null;
        var seen = 0;
        var all = blocks as IReadOnlyList<Block> ?? [.. blocks];
        for (var i = 0; i < all.Count; i++)
        {
            var block = all[i];
            // A panel: each speaker in bold, one below the other.
            if (line is not null)
            {
                if (block.Kind != BlockKind.Text || NameLine.Marked([block]).Length == 0
                    || NameLine.Read(block, vocabulary, seen) is not { Confidence: >= NameConfidence.Strong } more)
                {
                    return line;
                }
                line = line with { Names = [.. line.Names, .. more.Names] };
                continue;
            }

            if (block.Kind == BlockKind.Code || seen == 6)
                break;
            if (block.Kind is not (BlockKind.Text or BlockKind.Heading))
                continue;
            if (BelowLabel(all, i, vocabulary) is { } listed)
                return listed;
            var mark = SpeakerLabel.Labelled(block, vocabulary) ?? (seen < 3
                && !IsPicture(block) ? NameLine.Read(block, vocabulary, seen) : null);
            if (mark is { Kind: EvidenceKind.Line } && NameLine.Marked([block]).Length > 0)
                line = mark;
            else if (mark is not null)
                return mark;
            if (line is null && mention is null && takesSentences)
                mention = Said(block, vocabulary, seen);
            seen += NameLine.IsAddress(block.Text) ? 0 : 1;
        }

        return line ?? mention;
    }

    // A sentence that names its speaker; the first two paragraphs may do so in passing.
    private static SpeakerEvidence? Said(Block block, Vocabulary vocabulary, int seen)
    {
        if (seen >= 4 || block.Kind != BlockKind.Text)
            return null;
        var said = SpeakerSentence.Read(block, vocabulary);
        return seen < 2 || said?.Kind == EvidenceKind.Sentence ? said : null;
    }

    // "Intervenant·e·s :" over a list: each item is a name.
    private static SpeakerEvidence? BelowLabel(IReadOnlyList<Block> blocks, int index, Vocabulary vocabulary)
    {
        var label = blocks[index];
        if (label is not { Kind: BlockKind.Text, IsItem: false, Text.Length: <= 24 } || !SpeakerLabel.IsLabel(label.Text))
            return null;
        var isPlain = label.Text.TrimEnd().EndsWith(':');
        var items = blocks.Skip(index + 1).TakeWhile(b => b.IsItem).Select(b => SpeakerNames.Read(NameOf(b), vocabulary, isPlain));
        var names = items.TakeWhile(read => isPlain
            || SpeakerNames.Weakest(read) >= NameConfidence.Strong).SelectMany(read => read).ToList();
        return names.Count > 0 ? new SpeakerEvidence(EvidenceKind.Label, names, label) : null;
    }

    // "Olivier Jacques [on GitHub](…), [on Twitter](…)": links behind a name are no names.
    private static string NameOf(Block item) =>
        item.Spans.FirstOrDefault(s => s.Kind == SpanKind.Link) is { Length: > 0 } link
        ? item.Text[..(link.Start > 3 ? link.Start : link.End)] : item.Text;

    // What a picture shows, and whose it is.
    private static bool IsPicture(Block block) => block.Spans.Any(s => s is { Kind: SpanKind.Image, Start: <= 1, Length: > 2 });

    /// <summary>The names below a heading such as "Speakers": each a deeper heading, or a line in bold.</summary>
    internal static SpeakerEvidence? Listed(IReadOnlyList<Block> blocks, int label, int end, Vocabulary vocabulary)
    {
        var names = new List<SpeakerName>();
        for (var i = label + 1; i < end; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Heading && block.Level <= blocks[label].Level)
                break;
            var line = block.Kind == BlockKind.Heading || block.IsItem
                ? block.Text : block.Kind == BlockKind.Text ? NameLine.Marked([block]) : "";
            var read = SpeakerNames.Read(line, vocabulary, isLabelled: !block.IsItem);
            if (SpeakerNames.Weakest(read) >= (block.IsItem ? NameConfidence.Strong : NameConfidence.Weak) && HeadingWords.Count(line) >= 2
                && read.Sum(n => HeadingWords.Count(n.Name)) <= 8)
            {
                names.AddRange(read);
            }
        }

        return names.Count > 0 ? new SpeakerEvidence(EvidenceKind.Label, names, blocks[label]) : null;
    }

    /// <summary>The speakers in the list that opens the first section of a talk: "## Abstract" over "- Ada Muster".</summary>
    internal static SpeakerEvidence? FirstItems(IEnumerable<Block> blocks, Vocabulary vocabulary)
    {
        var items = blocks.TakeWhile(b => b.IsItem && SpeakerNames.Weakest(SpeakerNames.Read(b.Text, vocabulary)) >= NameConfidence.Strong)
            .ToList();
        return items.Count == 0
            ? null : new SpeakerEvidence(EvidenceKind.Line, [.. items.SelectMany(b => SpeakerNames.Read(b.Text, vocabulary))], items[0]);
    }

    /// <summary>The speaker in an item that is a name, among items that are not: "- Length 35:22", "- Jiří Pinkas". Used when most headings
    /// of a level have such an item.</summary>
    internal static SpeakerEvidence? AmongItems(IEnumerable<Block> blocks, Vocabulary vocabulary) =>
        blocks.Take(6)
        .FirstOrDefault(b => b is { IsItem: true, Text.Length: < 60 } && HeadingWords.Count(b.Text) is >= 2 and <= 6
            && SpeakerNames.Weakest(SpeakerNames.Read(b.Text, vocabulary)) >= NameConfidence.Strong) is { } item
            ? new SpeakerEvidence(EvidenceKind.Line, SpeakerNames.Read(item.Text, vocabulary), item)
            : null;
}
