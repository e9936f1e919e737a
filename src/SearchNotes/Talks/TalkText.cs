using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks;

/// <summary>Makes the sections and passages of a document from its blocks.</summary>
internal static class TalkText
{
    /// <summary>Reads the blocks inside a document, its own heading left out.</summary>
    internal static (IReadOnlyList<Section> Sections, IReadOnlyList<Passage> Passages) Read(IEnumerable<Block> blocks,
        IReadOnlyDictionary<Block, string?> anchors)
    {
        var sections = new List<Section>();
        var passages = new List<Passage>();
        var qaLevel = 0;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Rule)
                continue;
            if (block.Kind == BlockKind.Heading && block.Text.Length > 0)
            {
                sections.Add(new Section(block.Text, anchors.GetValueOrDefault(block), block.FirstLine, block.Level));
                qaLevel = QuestionWords.IsHeading(block.Text) ? block.Level : block.Level <= qaLevel ? 0 : qaLevel;
            }
            else if (block.Kind != BlockKind.Heading)
            {
                passages.Add(Make(block, sections.Count - 1, qaLevel > 0));
            }
        }

        return (sections, passages);
    }

    private static Passage Make(Block block, int section, bool isQa)
    {
        var (text, spans) = UnspacedLines.Join(block);
        return new()
        {
            Kind = KindOf(block, isQa),
            Text = text,
            Section = section,
            FirstLine = block.FirstLine,
            LastLine = block.LastLine,
            CodeLanguage = block.Language,
            ListDepth = Math.Min(block.ListDepth, Passage.MaxListDepth),
            ListMarker = block.ListMarker,
            InlineCode = spans.Count == 0
                ? [] : [.. spans.Where(span => span.Kind == SpanKind.Code).Select(span => new TextRange(span.Start, span.Length))],
            Links = Links(spans),
        };
    }

    private static PassageKind KindOf(Block block, bool isQa) =>
        block.Kind == BlockKind.Code ? PassageKind.Code
            : isQa ? PassageKind.Qa
            : block.InQuote ? PassageKind.Quote : PassageKind.Prose;

    private static List<TextLink> Links(IReadOnlyList<TextSpan> spans)
    {
        var links = new List<TextLink>();
        foreach (var span in spans)
        {
            var isLink = span is { Kind: SpanKind.Link, Target: { Length: > 0 and <= TextLink.MaxTarget }, Length: > 0 };
            if (isLink && (links.Count == 0 || span.Start >= links[^1].End))
                links.Add(new TextLink(span.Start, span.Length, span.Target!)); // The pattern asks for it.
        }

        return links;
    }
}
