using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>A heading with all evidence that it names a talk.</summary>
internal sealed class Candidate
{
    /// <summary>The heading.</summary>
    internal required OutlineHeading Heading { get; init; }

    /// <summary>Its role by its words alone.</summary>
    internal required HeadingRole Role { get; init; }

    /// <summary>The number, time or counting word in front of its text: "Two:", "10:30".</summary>
    internal required string Prefix { get; init; }

    /// <summary>Its text without the prefix.</summary>
    internal required string Text { get; init; }

    /// <summary>All ways to read it as topic and speakers.</summary>
    internal required IReadOnlyList<HeadingReading> Readings { get; init; }

    /// <summary>A speaker named below it.</summary>
    internal required SpeakerEvidence? Mark { get; set; }

    /// <summary>The emphasised line right below it that does not read as a name by itself: "_AnnMarie Thomas_"; "" when there is
    /// none.</summary>
    internal required string LineBelow { get; init; }

    /// <summary>An item below it that is a name; see <see cref="SpeakersBelow.AmongItems"/>.</summary>
    internal required SpeakerEvidence? NamedItem { get; init; }

    /// <summary>Whether a line below it links to slides or a recording; see <see cref="Words.MaterialLabels"/>.</summary>
    internal required bool HasMaterials { get; init; }

    /// <summary>Whether it stands directly below a group.</summary>
    internal required bool IsGrouped { get; init; }

    /// <summary>Whether the heading below is its second line.</summary>
    internal bool HasSubtitle { get; private set; }

    /// <summary>The reading that is used, after the headings of its level were compared; <see langword="null"/> for a heading that is the
    /// topic alone.</summary>
    internal HeadingReading? Chosen { get; set; }

    /// <summary>Whether a doubtful reading was chosen because most headings of its level have the same shape.</summary>
    internal bool IsShapeOfSiblings { get; set; }

    /// <summary>The evidence for a talk; see <see cref="Weights"/>.</summary>
    internal double Evidence { get; set; }

    /// <summary>Whether it names a talk.</summary>
    internal bool IsTalk { get; set; }

    /// <summary>The candidates of a post, heading by heading.</summary>
    internal static IReadOnlyList<Candidate> Of(Outline outline)
    {
        var candidates = new List<Candidate>(outline.Headings.Count);
        var decorations = RepeatedAffixes.Of(outline);
        foreach (var heading in outline.Headings)
        {
            var role = IsSubtitle(outline, heading, candidates)
                ? HeadingRole.Subtitle : IsOverSeveral(outline, heading) ? HeadingRole.Group : HeadingRoles.Of(heading);
            var (prefix, text) = TopicPrefix.Split(decorations.Without(heading, heading.Text));
            if (role == HeadingRole.Subtitle)
                candidates[^1].HasSubtitle = true;
            var readings = role == HeadingRole.Open ? ReadingsOf(heading, text, outline.Vocabulary) : [];
            var isNamed = readings.Any(r => r.Confidence >= NameConfidence.Strong && r.Shape != HeadingShape.Speaker);
            var hasMaterials = role is HeadingRole.Open or HeadingRole.Group && outline.Own(heading).Any(Materials.Has);
            var mark = role is HeadingRole.Open or HeadingRole.Group ? MarkBelow(outline, heading, isNamed) : null;
            var hasOwnMaterials = hasMaterials && !heading.Text.Any(char.IsAsciiDigit);
            var isLabelled = mark is { Kind: EvidenceKind.Label, Confidence: >= NameConfidence.Strong, Block.Kind: BlockKind.Text };
            candidates.Add(new Candidate
            {
                Heading = heading,
                // "# Lightning Critiques" with "by Ada Muster" or "Slides: …" below is a talk.
                Role = role == HeadingRole.Group && (isLabelled || hasOwnMaterials) ? HeadingRole.Open : role,
                Prefix = prefix.Any(char.IsLetterOrDigit) ? prefix : "",
                Text = text,
                IsGrouped = heading.Parent is { } parent && candidates[parent.Index].Role == HeadingRole.Group,
                Readings = readings,
                Mark = mark,
                NamedItem = mark is { Kind: >= EvidenceKind.Line } || role != HeadingRole.Open
                ? null : SpeakersBelow.AmongItems(outline.Own(heading), outline.Vocabulary),
                HasMaterials = hasMaterials,
                LineBelow = mark is { Kind: >= EvidenceKind.Line, Confidence: >= NameConfidence.Strong }
                ? "" : NameLine.Marked(outline.Own(heading)),
            });
        }

        return candidates;
    }

    // "genesis framework: hooks + filters [Sarah Moyer](…)": a link at the end that is a name needs no word before it.
    private static IReadOnlyList<HeadingReading> ReadingsOf(OutlineHeading heading, string text, Vocabulary vocabulary)
    {
        var readings = TalkHeading.Read(text, vocabulary);
        var source = heading.Text;
        foreach (var span in heading.Block.Spans)
        {
            var isLinkAtEnd = span.Kind == SpanKind.Link && span.End >= source.Length - 1 && span.End <= source.Length;
            if (!isLinkAtEnd || span.Start < 4 || !char.IsWhiteSpace(source[span.Start - 1]))
                continue;
            var start = FirstOfLinks(heading, span.Start);
            var names = SpeakerNames.Read(source[start..span.End], vocabulary);
            if (SpeakerNames.Weakest(names) >= NameConfidence.Strong)
            {
                return [.. readings,
                    new HeadingReading(HeadingShape.Linked, Topics.Clean(TopicPrefix.Split(source[..start]).Topic), names)];
            }
        }

        return readings;
    }

    // "…, [Melanie Gilman](…) & [Mary Cutrali](…)": where the first of the links begins that joints hold together.
    private static int FirstOfLinks(OutlineHeading heading, int start)
    {
        foreach (var span in heading.Block.Spans.Where(s => s.Kind == SpanKind.Link).Reverse())
        {
            if (span.End < start && Array.IndexOf(Words.NameJoints, heading.Text[span.End..start]) >= 0)
                start = span.Start;
        }

        return start;
    }

    private static bool IsSubtitle(Outline outline, OutlineHeading heading, List<Candidate> above) =>
        heading.Parent is { Children.Count: 1 } parent && above[parent.Index].Role == HeadingRole.Open
        && IsSubtitle(outline, heading, parent);

    private static bool IsSubtitle(Outline outline, OutlineHeading heading, OutlineHeading parent) =>
        parent.BlockIndex == heading.BlockIndex - 1 && outline.Headings.Count(h => h.Level == parent.Level) > 1
        && HasNameOnce(outline, heading, parent);

    // Either the heading or its subtitle is a name, or most headings have a subtitle.
    private static bool HasNameOnce(Outline outline, OutlineHeading heading, OutlineHeading parent) =>
        IsName(parent.Text, outline.Vocabulary) != IsName(heading.Text, outline.Vocabulary) || MostHaveSubtitles(outline, parent.Level);

    // "## Keynote" over "### Keynote 1" and "### Keynote 2" is a group, as "## Keynotes" is.
    private static bool IsOverSeveral(Outline outline, OutlineHeading heading) =>
        heading.Children.Count >= 2 && !outline.HasOwnText(heading) && IsGroup(heading);

    private static bool IsGroup(OutlineHeading heading)
    {
        if (HeadingWords.Count(heading.Text) <= 2 && Kinds.OfHeading(heading.Text) != TalkKind.Talk)
            return true;
        return heading.Children.Count(IsCounted) >= 0.5 * heading.Children.Count;
    }

    // "Talk 3 - …"
    private static bool IsCounted(OutlineHeading heading) =>
        TopicPrefix.Split(heading.Text).Prefix is var prefix && prefix.Any(char.IsLetter) && prefix.Any(char.IsAsciiDigit);

    private static bool IsName(string text, Vocabulary vocabulary) =>
        SpeakerNames.Weakest(SpeakerNames.Read(text, vocabulary)) >= NameConfidence.Strong;

    private static bool MostHaveSubtitles(Outline outline, int level) =>
        outline.Headings.Where(h => h.Level == level).ToList() is { Count: > 1 } siblings
            && siblings.Count(h => h.Children.Count == 1 && h.Children[0].BlockIndex == h.BlockIndex + 1) > 0.6 * siblings.Count;

    // "#### Speakers" inside a talk, and each name in bold, as an item or as a heading below it. Where there are two of them, each has its
    // own talk.
    private static SpeakerEvidence? UnderLabel(Outline outline, OutlineHeading heading)
    {
        var end = outline.After(heading)?.BlockIndex ?? outline.Blocks.Count;
        var found = -1;
        for (var i = heading.BlockIndex + 1; i < end; i++)
        {
            if (outline.Blocks[i] is not { Kind: BlockKind.Heading } label || !SpeakerLabel.IsLabel(label.Text))
                continue;
            if (found >= 0)
                return null;
            found = i;
        }

        return found < 0 ? null : SpeakersBelow.Listed(outline.Blocks, found, end, outline.Vocabulary);
    }

    private static bool IsSectionOf(OutlineHeading heading, OutlineHeading next) =>
        next.Parent == heading && HeadingRoles.Of(next) == HeadingRole.Section;

    // A heading right below another one ("#QUnit", "##Laurent Delcambre") may be the speaker's line.
    private static SpeakerEvidence? MarkBelow(Outline outline, OutlineHeading heading, bool isNamed)
    {
        var next = heading.Index + 1 < outline.Headings.Count ? outline.Headings[heading.Index + 1] : null;
        if (UnderLabel(outline, heading) is { } listed)
            return listed;
        if (next is not null && IsSectionOf(heading, next) && SpeakersBelow.FirstItems(outline.Own(next), outline.Vocabulary) is { } first)
            return first;
        var isBare = next is not null && next.BlockIndex == heading.BlockIndex + 1 && next.Level > heading.Level;
        if (!isBare)
        {
            return SpeakersBelow.Find(Outline.RestOf(heading.Block) is { } rest
                ? outline.Own(heading).Prepend(rest) : outline.Own(heading), outline.Vocabulary, takesSentences: !isNamed);
        }
        if (SpeakerLabel.Labelled(next!.Block, outline.Vocabulary) is { } labelled)
            return labelled;
        var isOnly = heading.Children.Count == 1
            || (next.Level > heading.Children[^1].Level && outline.Headings.Count(h => h.Level == heading.Level) == 1);
        var names = isOnly ? SpeakerNames.Read(next.Text, outline.Vocabulary) : [];
        if (SpeakerNames.Weakest(names) >= NameConfidence.Strong && HeadingRoles.Of(next) == HeadingRole.Open)
            return new SpeakerEvidence(EvidenceKind.Line, names, next.Block);
        return SpeakersBelow.Find(outline.Own(next), outline.Vocabulary) is { Kind: >= EvidenceKind.Line } below
            && heading.Children.Count == 1
            ? below : null;
    }
}
