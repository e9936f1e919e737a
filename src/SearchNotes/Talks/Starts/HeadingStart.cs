using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Makes a talk of a heading: which of the names found are the speakers, and what is the topic.</summary>
internal static class HeadingStart
{
    /// <summary>Makes the talk.</summary>
    /// <param name="outline">The post.</param>
    /// <param name="headings">All headings, those that name talks marked.</param>
    /// <param name="candidate">The heading.</param>
    /// <param name="confidence">How sure.</param>
    internal static TalkStart Make(Outline outline, IReadOnlyList<Candidate> headings, Candidate candidate, double confidence)
    {
        candidate.Chosen ??= TalkOpening.Confirmed(candidate.Readings, outline.Own(candidate.Heading));
        var names = Names(candidate);
        var topic = Topic(outline, candidate);
        if (names.Count == 0)
            names = TalkOpening.SpeakersBelow(outline.Own(candidate.Heading), topic, outline.Vocabulary);
        return new TalkStart
        {
            FirstLine = candidate.Heading.Block.FirstLine,
            LastLine = LastLine(headings, candidate),
            Heading = candidate.Heading.Level == Outline.BoldLevel ? null : candidate.Heading,
            Topic = topic,
            Names = names,
            Why = Reasons.Of(candidate, headings.Count(c => c.IsTalk && c.Heading.Level == candidate.Heading.Level) - 1),
            Confidence = confidence,
        };
    }

    // Question rounds and sections belong to the talk before them, whatever their level.
    private static int LastLine(IReadOnlyList<Candidate> headings, Candidate candidate)
    {
        for (var i = candidate.Heading.Index + 1; i < headings.Count; i++)
        {
            var next = headings[i];
            var isInside = !next.IsTalk
                && (next.Role is HeadingRole.Questions or HeadingRole.Section or HeadingRole.Empty or HeadingRole.Subtitle
                    || next.Heading.Level > candidate.Heading.Level);
            if (!isInside)
                return next.Heading.Block.FirstLine - 1;
        }

        return int.MaxValue;
    }

    private static IReadOnlyList<SpeakerName> Names(Candidate candidate)
    {
        var inHeading = candidate.Chosen?.Names ?? [];
        var below = candidate.Mark is { } mark && (inHeading.Count == 0 || mark.Kind >= EvidenceKind.Line) ? mark.Names : [];
        if (inHeading.Count == 0)
            return below;
        // "Chris opening …" above "Chris Neugebauer": the fuller name counts.
        return below.Count >= inHeading.Count && inHeading.All(n => below.Any(b => b.Name.Split(' ').Contains(n.Name))) ? below : inHeading;
    }

    private static string Topic(Outline outline, Candidate candidate)
    {
        if (candidate.Chosen is { Topic.Length: > 0 } chosen)
            return WithoutTool(candidate.Heading.Block, chosen.Topic);
        if (candidate.Chosen is { Shape: HeadingShape.On } half)
            return string.Join(", ", half.Names.Select(n => n.Name));
        if (candidate.Chosen is { Shape: HeadingShape.Speaker }
            && (TopicHeadingBelow(outline, candidate) ?? LabelledTopic(outline, candidate)) is { } below)
        {
            return below;
        }
        return Topics.Clean(candidate.Text) is { Length: > 0 } topic ? topic : candidate.Heading.Text;
    }

    // "[Knots](…) : [How to tie one](…) by Ada Muster": of two links the second is the title, the first what it is about.
    private static string WithoutTool(Block heading, string topic)
    {
        var links = heading.Spans.Where(s => s.Kind == SpanKind.Link && s.Length > 2).Take(2).ToList();
        if (links is not [{ Start: <= 1 } tool, var link]
            || heading.Text[tool.End..Math.Max(tool.End, link.Start)].Trim() is not (":" or "："))
        {
            return topic;
        }
        var title = Topics.Clean(heading.Text.Substring(link.Start, link.Length));
        return topic.EndsWith(title, StringComparison.Ordinal) ? title : topic;
    }

    // "### Ada Muster" with "Talk: Tomatoes" below.
    private static string? LabelledTopic(Outline outline, Candidate candidate)
    {
        foreach (var block in outline.Own(candidate.Heading).Take(3))
        {
            var colon = block.Text.IndexOfAny([':', '：']);
            if (colon is > 0 and < 24 && Words.TopicLabels.Has(HeadingWords.Normalise(block.Text[..colon])))
                return Topics.Clean(block.Text[(colon + 1)..BlockLines.Of(block).First().End]);
        }

        return null;
    }

    // "#Todd Parker" with "##jQuery Mobile" right below.
    private static string? TopicHeadingBelow(Outline outline, Candidate candidate)
    {
        var index = candidate.Heading.Index + 1;
        if (index >= outline.Headings.Count)
            return null;
        var next = outline.Headings[index];
        return next.BlockIndex == candidate.Heading.BlockIndex + 1 && next.Level > candidate.Heading.Level ? Topics.Clean(next.Text) : null;
    }
}
