using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Makes talks of paragraphs and items: what they are about, who spoke, where they end.</summary>
internal static class UnitStart
{
    private const int LongestTopic = 80;
    private const int LatestTitle = 160;
    private const int MostTitleWords = 14;

    /// <summary>Makes the talks.</summary>
    /// <param name="candidates">The post.</param>
    /// <param name="chosen">The units, in order.</param>
    /// <param name="confidence">How sure each is.</param>
    internal static IEnumerable<TalkStart> Make(PostCandidates candidates, IReadOnlyList<Chosen> chosen, Func<Chosen, double> confidence)
    {
        // Where all others are a paragraph each, the last one is as well, and what follows tells of the day.
        var ends = chosen.Select((c, i) =>
            End(candidates, candidates.Units[c.Index], i + 1 < chosen.Count
                ? candidates.Units[chosen[i + 1].Index].BlockIndex : int.MaxValue)).ToList();
        var areSingle = chosen.SkipLast(1).Select((c, i) => ends[i] == candidates.Units[c.Index].BlockIndex + 1).All(single => single);
        for (var i = 0; i < chosen.Count; i++)
        {
            var unit = candidates.Units[chosen[i].Index];
            var end = areSingle && unit.Kind == UnitKind.Paragraph ? unit.BlockIndex + 1 : ends[i];
            var names = unit.Lead?.Names ?? unit.Said?.Names ?? [];
            yield return new TalkStart
            {
                FirstLine = unit.Block.FirstLine,
                LastLine = candidates.Outline.Blocks[end - 1].LastLine,
                Topic = Topic(unit, names, candidates.Outline.Vocabulary),
                Names = names,
                Why = Why(unit, chosen.Count - 1),
                Confidence = confidence(chosen[i]),
            };
        }
    }

    private static string Topic(Unit unit, IReadOnlyList<SpeakerName> names, Vocabulary vocabulary)
    {
        if (unit.Lead is { Topic.Length: > 0, IsMarked: true } marked)
            return marked.Topic;
        if (unit.Kind == UnitKind.Paragraph && Title(unit.Block, vocabulary) is { } title)
            return title;
        if (unit.Lead is { Topic.Length: > 0 } lead)
            return lead.Topic;
        if (unit.Line is { Topic.Length: > 0 } line)
            return line.Topic;
        if (names.Count > 0)
            return string.Join(", ", names.Select(n => n.Name));
        var (start, end) = BlockLines.Of(unit.Block).First();
        var text = Topics.Clean(TopicPrefix.Split(unit.Block.Text[start..end]).Topic);
        var stop = text.AsSpan().IndexOfAny("。！？") is > 0 and var sign ? sign : text.IndexOf(". ", StringComparison.Ordinal);
        text = stop > 0 ? text[..stop] : text;
        var space = text.Length > LongestTopic ? text.LastIndexOf(' ', LongestTopic) : -1;
        return space > 0 ? text[..space] : text.Length > LongestTopic ? text[..LongestTopic] : text.Length > 0 ? text : unit.Block.Text;
    }

    // "My friend liked [Six names][1] by [Ada Muster][2].": what the paragraph links or sets off is the title, where it is nobody's name.
    private static string? Title(Block block, Vocabulary vocabulary)
    {
        foreach (var span in block.Spans)
        {
            if (span.Kind is not (SpanKind.Link or SpanKind.Emphasis or SpanKind.Strong) || span.Start > LatestTitle)
                continue;
            var text = Topics.Clean(block.Text.Substring(span.Start, span.Length));
            if (HeadingWords.Count(text) is >= 2 and <= MostTitleWords && SpeakerNames.Read(text, vocabulary).Count == 0)
                return text;
        }

        return null;
    }

    private static string Why(Unit unit, int others) =>
        (unit.Kind == UnitKind.Item ? "list item" : "paragraph")
        + (unit.Lead is { Names.Count: > 0 } ? " names topic and speaker" : " tells of a talk")
        + (others > 0 ? $", like {others} others" : "");

    // An item ends with its list item, a paragraph at the next talk, a heading, a rule, or where a list around it ends.
    private static int End(PostCandidates candidates, Unit unit, int next)
    {
        if (unit.Kind == UnitKind.Item)
            return Math.Min(unit.End, next);
        var blocks = candidates.Outline.Blocks;
        var end = unit.BlockIndex + 1;
        while (end < Math.Min(next, blocks.Count) && blocks[end].Kind is not (BlockKind.Heading or BlockKind.Rule))
            end++;
        return end;
    }
}
