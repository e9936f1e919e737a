using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks;

/// <summary>Makes documents of the talks that the signals found, and one of what is left.</summary>
internal sealed class TalkMaker
{
    private readonly Outline outline;
    private readonly PostLines lines;
    private readonly SpeakerAliases aliases;
    private readonly Dictionary<Block, string?> anchors;

    internal TalkMaker(Outline outline, PostLines lines, SpeakerAliases aliases)
    {
        this.outline = outline;
        this.lines = lines;
        this.aliases = aliases;
        anchors = Anchors(outline);
    }

    /// <summary>The talks as documents.</summary>
    internal IReadOnlyList<Talk> Talks(IReadOnlyList<TalkStart> starts)
    {
        starts = [.. starts.Select(WithoutHidden)];
        var speakers = starts.Select(s => Speakers(s.Names)).ToList();
        var ids = TalkIds.Make([.. starts.Zip(speakers, (s, people) => (s.Topic, people))]);
        return [.. starts.Select((start, i) =>
            Make(start, $"{this.outline.Post.Id}.{ids[i]}", speakers[i], Kinds.Of(this.outline, start, starts.Count == 1)))];
    }

    /// <summary>The talk without the name of a person who is hidden. Its topic is that of the post where the name stood for it.</summary>
    private TalkStart WithoutHidden(TalkStart start)
    {
        if (start.Names.All(name => this.aliases.Resolve(name.Name, name.Detail) is not null))
            return start;
        return start.Names.Any(name => name.Name == start.Topic) ? start with { Topic = this.outline.Post.Title } : start;
    }

    /// <summary>Remainder of the post, outside all talks; <see langword="null"/> when that holds no text.</summary>
    internal Talk? Rest(IReadOnlyList<Talk> talks)
    {
        var ranges = Gaps(talks);
        var blocks = this.outline.Blocks.Where(b => ranges.Any(r => b.FirstLine >= r.First && b.FirstLine <= r.Last)).ToList();
        if (ranges.Count == 0 || (talks.Count > 0 && !blocks.Any(b => b.Kind != BlockKind.Rule)))
            return null;
        var (sections, passages) = TalkText.Read(blocks, anchors);
        var post = this.outline.Post;
        return new Talk
        {
            Id = post.Id,
            Kind = TalkKind.Post,
            Topic = post.Title,
            Lines = ranges,
            Sections = sections,
            Passages = passages,
            Why = talks.Count > 0 ? "what is in no talk" : "no sign of talks"
        };
    }

    private Talk Make(TalkStart start, string id, IReadOnlyList<Speaker> speakers, TalkKind kind)
    {
        var last = Math.Max(start.FirstLine, this.lines.LastText(start.FirstLine, start.LastLine));
        var inside = this.outline.Blocks.Where(b => b.FirstLine >= start.FirstLine && b.FirstLine <= last && b != start.Heading?.Block);
        var (sections, passages) = TalkText.Read(inside, anchors);
        return new Talk
        {
            Id = id,
            Kind = kind,
            Topic = start.Topic,
            Speakers = speakers,
            Heading = speakers.Count < start.Names.Count ? start.Topic : start.Heading?.Text,
            Anchor = start.Heading is null ? null : anchors.GetValueOrDefault(start.Heading.Block),
            Lines = [new LineRange(start.FirstLine, last)],
            Sections = sections,
            Passages = passages,
            Why = start.Why,
            Confidence = start.Confidence,
        };
    }

    private IReadOnlyList<Speaker> Speakers(IReadOnlyList<SpeakerName> names) =>
        [.. names.Select(n => this.aliases.Resolve(n.Name, n.Detail)).OfType<Speaker>()];

    private List<LineRange> Gaps(IReadOnlyList<Talk> talks)
    {
        var gaps = new List<LineRange>();
        var next = this.lines.First;
        foreach (var talk in talks)
        {
            AddGap(gaps, next, talk.FirstLine - 1);
            next = talk.LastLine + 1;
        }

        AddGap(gaps, next, this.lines.Last);
        return gaps;
    }

    private void AddGap(List<LineRange> gaps, int first, int last)
    {
        last = this.lines.LastText(first, last);
        first = this.lines.FirstText(first, last);
        if (first <= last)
            gaps.Add(new LineRange(first, last));
    }

    // Repeats are counted over the whole page, so every heading is asked for, talk or not.
    private static Dictionary<Block, string?> Anchors(Outline outline)
    {
        var headings = outline.Blocks.Where(b => b.Kind == BlockKind.Heading).ToList();
        var ids = HeadingAnchors.Make(outline.Post.Anchors, [.. headings.Select(h => new HeadingSource(h.Source, h.ExplicitId, h.Form))]);
        return headings.Zip(ids).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
