namespace SearchNotes.Talks.Signals;

/// <summary>A heading with all that speaks for its naming a talk.</summary>
internal sealed class Candidate
{
    /// <summary>The heading.</summary>
    internal required OutlineHeading Heading { get; init; }

    /// <summary>What its words alone say.</summary>
    internal required HeadingRole Role { get; init; }

    /// <summary>What was taken from the front of its text: "Two:", "10:30".</summary>
    internal required string Prefix { get; init; }

    /// <summary>Its text without that.</summary>
    internal required string Text { get; init; }

    /// <summary>All ways to read it as topic and speakers.</summary>
    internal required IReadOnlyList<HeadingReading> Readings { get; init; }

    /// <summary>A speaker named below it.</summary>
    internal required SpeakerMark? Mark { get; set; }

    /// <summary>Whether it stands directly below a group.</summary>
    internal required bool IsGrouped { get; init; }

    /// <summary>Whether the heading below is its second line.</summary>
    internal bool HasSubtitle { get; private set; }

    /// <summary>The reading that holds, with the siblings heard; <see langword="null"/> for a heading that is the topic alone.</summary>
    internal HeadingReading? Chosen { get; set; }

    /// <summary>Whether a doubtful reading was chosen because most siblings read so.</summary>
    internal bool IsShapeOfSiblings { get; set; }

    /// <summary>How much speaks for a talk; see <see cref="Weights"/>.</summary>
    internal double Evidence { get; set; }

    /// <summary>Whether it names a talk.</summary>
    internal bool IsTalk { get; set; }

    /// <summary>The candidates of a post, heading by heading.</summary>
    internal static IReadOnlyList<Candidate> Of(Outline outline)
    {
        var candidates = new List<Candidate>(outline.Headings.Count);
        foreach (var heading in outline.Headings)
        {
            var role = IsSubtitle(outline, heading, candidates) ? HeadingRole.Subtitle : HeadingRoles.Of(heading);
            var (prefix, text) = Topics.WithoutNumber(heading.Text);
            if (role == HeadingRole.Subtitle)
                candidates[^1].HasSubtitle = true;
            var isOpen = role is HeadingRole.Open;
            var readings = isOpen ? TalkHeading.Read(text, outline.Vocabulary) : [];
            var isNamed = readings.Any(r => r.Likeness >= Likeness.Good && r.Shape != HeadingShape.Speaker);
            candidates.Add(new Candidate
            {
                Heading = heading,
                Role = role,
                Prefix = prefix,
                Text = text,
                IsGrouped = heading.Parent is { } parent && candidates[parent.Index].Role == HeadingRole.Group,
                Readings = readings,
                Mark = role is HeadingRole.Open or HeadingRole.Group ? MarkBelow(outline, heading, isNamed) : null,
            });
        }

        return candidates;
    }

    private static bool IsSubtitle(Outline outline, OutlineHeading heading, List<Candidate> above)
        => heading.Parent is { Children.Count: 1 } parent && parent.BlockIndex == heading.BlockIndex - 1 && above[parent.Index].Role == HeadingRole.Open
            && outline.Headings.Count(h => h.Level == parent.Level) > 1
            && (IsName(parent.Text, outline.Vocabulary) != IsName(heading.Text, outline.Vocabulary) || MostHaveSubtitles(outline, parent.Level));

    private static bool IsName(string text, Vocabulary vocabulary) => SpeakerNames.Weakest(SpeakerNames.Read(text, vocabulary)) >= Likeness.Good;

    private static bool MostHaveSubtitles(Outline outline, int level)
        => outline.Headings.Where(h => h.Level == level).ToList() is { Count: > 1 } siblings
            && siblings.Count(h => h.Children.Count == 1 && h.Children[0].BlockIndex == h.BlockIndex + 1) > 0.6 * siblings.Count;

    // A heading right below another one ("#QUnit", "##Laurent Delcambre") may be the speaker's line.
    private static SpeakerMark? MarkBelow(Outline outline, OutlineHeading heading, bool isNamed)
    {
        var next = heading.Index + 1 < outline.Headings.Count ? outline.Headings[heading.Index + 1] : null;
        var isBare = next is not null && next.BlockIndex == heading.BlockIndex + 1 && next.Level > heading.Level;
        if (!isBare)
            return SpeakerMark.Below(outline.Own(heading), outline.Vocabulary, takesSentences: !isNamed);
        if (SpeakerMark.Labelled(next!.Block, outline.Vocabulary) is { } labelled)
            return labelled;
        var names = SpeakerNames.Read(next.Text, outline.Vocabulary);
        if (SpeakerNames.Weakest(names) >= Likeness.Good && HeadingRoles.Of(next) == HeadingRole.Open)
            return new SpeakerMark(MarkKind.Line, names, next.Block);
        return SpeakerMark.Below(outline.Own(next), outline.Vocabulary) is { Kind: >= MarkKind.Line } below && heading.Children.Count == 1 ? below : null;
    }
}
