using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Makes talks of paragraphs and items: what they are about, who spoke, where they end.</summary>
internal static class UnitStart
{
    private const int LongestTopic = 80;

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
            var (topic, names) = Read(unit, candidates.Outline.Vocabulary);
            yield return new TalkStart
            {
                FirstLine = unit.Block.FirstLine,
                LastLine = candidates.Outline.Blocks[end - 1].LastLine,
                Topic = topic,
                Names = names,
                Why = Why(unit, chosen.Count - 1),
                Confidence = confidence(chosen[i]),
            };
        }
    }

    private static (string Topic, IReadOnlyList<SpeakerName> Names) Read(Unit unit, Vocabulary vocabulary)
    {
        var names = unit.Lead is { Names.Count: > 0 } lead ? lead.Names : unit.Said?.Names ?? [];
        var title = Title(unit, vocabulary);
        if (names.Count == 0)
            names = TalkOpening.Speakers(unit.Block, title ?? "", vocabulary);
        var topic = title ?? TalkOpening.About(unit.Block.Text, names);
        return (topic ?? (names.Count > 0 ? string.Join(", ", names.Select(n => n.Name)) : FirstSentence(unit.Block)), names);
    }

    private static string? Title(Unit unit, Vocabulary vocabulary)
    {
        if (unit.Lead is { Topic.Length: > 0, IsMarked: true } marked)
            return marked.Topic;
        if (TalkOpening.Title(unit.Block, vocabulary) is { } title)
            return title;
        if (unit.Lead is { Topic.Length: > 0 } lead)
            return lead.Topic;
        return unit.Line is { Topic.Length: > 0 } line ? line.Topic : null;
    }

    private static string FirstSentence(Block block)
    {
        var (start, end) = BlockLines.Of(block).First();
        var text = Topics.Clean(TopicPrefix.Split(block.Text[start..end]).Topic);
        var stop = text.AsSpan().IndexOfAny("。！？") is > 0 and var sign ? sign : text.IndexOf(". ", StringComparison.Ordinal);
        text = stop > 0 ? text[..stop] : text;
        var space = text.Length > LongestTopic ? text.LastIndexOf(' ', LongestTopic) : -1;
        return space > 0 ? text[..space] : text.Length > LongestTopic ? text[..LongestTopic] : text.Length > 0 ? text : block.Text;
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
