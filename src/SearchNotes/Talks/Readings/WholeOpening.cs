using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads the first lines of a post as those of its one talk.</summary>
internal static class WholeOpening
{
    private const int MostBlocks = 6;
    private const int LongestLine = 140;

    /// <summary>Reads the first blocks, the last paragraph and the excerpt of the front matter.</summary>
    internal static void Read(WholeReading whole)
    {
        // Without an introduction the text under the one top heading introduces the post; under one of several headings it does not.
        var blocks = whole.Heading is null || whole.Outline.Opening.Any(b => b.Kind == BlockKind.Text)
            ? whole.Outline.Opening
            : whole.Outline.Own(whole.Heading.Heading);
        var opening = blocks.Take(MostBlocks).ToList();
        ReadFirstLine(whole, opening);
        Take(whole, SpeakersBelow.Find(opening, whole.Outline.Vocabulary));
        if (whole.Names.Count == 0 && whole.Outline.Blocks.LastOrDefault(b => b.Kind == BlockKind.Text) is { } last)
            Take(whole, SpeakerLabel.Labelled(last, whole.Outline.Vocabulary));
        var excerpt = whole.Post.FrontMatter.Excerpt is { Length: > 0 } text ? TextBlock(text) : null;
        if (excerpt is not null)
        {
            Take(whole, SpeakerInExcerpt(excerpt.Text, whole.Outline.Vocabulary) ?? SpeakerSentence.Read(excerpt,
                whole.Outline.Vocabulary));
        }
        if (opening.Take(2).Prepend(excerpt).Any(SpeaksOfOneTalk))
            whole.Vote(WholePostEvidence.OneTalk, 0.5, "the introduction speaks of one talk");
    }

    private static bool SpeaksOfOneTalk(Block? block) =>
        block is not null && Words.OneTalk.Any(w => block.Text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static Block TextBlock(string text) => new() { Kind = BlockKind.Text, Text = text, FirstLine = 0, LastLine = 0 };

    // "… 리뷰입니다. 강연자 : 정명기, 삼성전자": a sentence of the front matter that says no more than who spoke.
    private static SpeakerEvidence? SpeakerInExcerpt(string text, Vocabulary vocabulary) =>
        text.Split(". ").Select(part => SpeakerLabel.Labelled(TextBlock(part.Trim(' ', '*')), vocabulary))
            .FirstOrDefault(mark => mark is not null);

    // "[Behaviour driven monitoring][talk] by Lindsay Holmwood.", "Graeme Cross, How to write a …"
    private static void ReadFirstLine(WholeReading whole, List<Block> opening)
    {
        if (opening.Find(b => b.Kind == BlockKind.Text) is not { IsTopLevel: true, Text.Length: < LongestLine } first)
            return;
        if (first.Spans.Any(s => s.Kind == SpanKind.Image) || Words.Credits.HasAnyOf(first.Text))
            return;
        var stop = first.Text.IndexOf(". ", StringComparison.Ordinal);
        var line = (stop > 0 ? first.Text[..stop] : first.Text).TrimEnd('.');
        var reading = WholeTitle.Best(line, whole.Outline.Vocabulary) ?? NameThenTitle(line, whole.Outline.Vocabulary);
        if (reading is null)
            return;
        if (whole.Heading is null && whole.Post.TitleIsFromFileName && !SpeakerLabel.IsLabel(reading.Topic))
            whole.Topic = reading.Topic;
        whole.Names = reading.Names;
        whole.Vote(WholePostEvidence.FirstLine, 1.1, "the first line reads as topic and speaker");
    }

    private static HeadingReading? NameThenTitle(string line, Vocabulary vocabulary)
    {
        var comma = line.IndexOf(", ", StringComparison.Ordinal);
        if (comma < 0 || HeadingWords.Count(line[comma..]) < 4)
            return null;
        var names = SpeakerNames.Read(line[..comma], vocabulary);
        return SpeakerNames.Weakest(names) >= NameConfidence.Strong
            ? new HeadingReading(HeadingShape.ColonTopic, Topics.Clean(line[(comma + 2)..]), names) : null;
    }

    private static bool IsClause(SpeakerEvidence mark) =>
        mark is { Kind: EvidenceKind.Line, Confidence: < NameConfidence.Certain } && mark.Names[0].Name[0] >= '\u3040';

    private static void Take(WholeReading whole, SpeakerEvidence? mark)
    {
        // In Han letters any short clause may look like a name; without an event around it, it is none.
        if (mark is null || (whole.Outline.Vocabulary.TalkWordCount == 0 && IsClause(mark)))
            return;
        // A handle says no more than a name.
        var isHandle = mark.Names.All(n => n.Name[0] == '@');
        var known = SpeakerNames.Weakest(whole.Names);
        var isBetter = mark.Confidence > known && !(isHandle && known >= NameConfidence.Strong);
        if (isBetter || whole.Names.Count == 0)
            whole.Names = mark.Names;
        var isAmongNotes = EventPost.IsAmongNotes(whole.Outline);
        var isByline = !isAmongNotes && mark.Kind == EvidenceKind.Label
            && mark.Block.Text.StartsWith("by ", StringComparison.OrdinalIgnoreCase);
        whole.Vote(WholePostEvidence.Opening, isByline ? Weights.Byline : Weights.Of(mark) * 1.25, "the post opens with its speaker");
    }
}
