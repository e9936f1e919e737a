namespace SearchNotes.Talks.Readings;

/// <summary>Corrects the readings of single headings by the readings of the other headings of their level.</summary>
internal static class Siblings
{
    /// <summary>Corrects the readings of the headings of one level.</summary>
    internal static void Correct(IReadOnlyList<Candidate> level)
    {
        FollowMajority(level);
        TakeNamedItems(level);
        TakeOddLines(level);
        PreferLinesBelow(level);
        foreach (var candidate in level)
            PreferSpeakerBelow(candidate, level);
        TakeOddNames(level);
        SiblingNames.TakeHandles(level);
        SiblingNames.TakeSmallNames(level);
        SiblingNames.TakeFirstWords(level);
        TakeCompanies(level);
        TakeSecondNames(level);
        DropFewDashes(level);
        DropFewColons(level);
    }

    // "Apache Horn - 윤진석" among "Topic - Person": it is read as the others are.
    private static void FollowMajority(IReadOnlyList<Candidate> level)
    {
        var common = level.Where(c => c.Chosen is not null).GroupBy(c => c.Chosen!.Shape).MaxBy(g => g.Count());
        if (common is not { Key: HeadingShape.TopicDash or HeadingShape.DashTopic } || common.Count() < Math.Max(4, 0.6 * level.Count))
            return;
        foreach (var candidate in level.Where(c => c.Chosen is { Shape: HeadingShape.TopicDash or HeadingShape.DashTopic } chosen
            && chosen.Shape != common.Key))
        {
            candidate.Chosen = candidate.Readings.FirstOrDefault(r => r.Shape == common.Key) ?? candidate.Chosen;
        }
    }

    // "Hirne Hacken - Menschliche Faktoren" among many plain titles: what a few of them have before or behind a dash is no speaker.
    private static void DropFewDashes(IReadOnlyList<Candidate> level)
    {
        var dashed = level.Where(c => c.Chosen is { Shape: HeadingShape.TopicDash or HeadingShape.DashTopic }).ToList();
        if (level.Count < 8 || dashed.Count > 0.25 * level.Count || level.Count(c => c.Chosen is not null) > 0.4 * level.Count)
            return;
        foreach (var candidate in dashed.Where(c => !Agrees(c.Mark, c.Chosen!) && !IsUsualInGroup(c)).ToList())
            (candidate.Chosen, candidate.IsShapeOfSiblings) = (null, false);

        bool IsUsualInGroup(Candidate candidate) =>
            candidate.IsGrouped
            && dashed.Count(c => c.Heading.Parent == candidate.Heading.Parent) >= 0.5
            * level.Count(c => c.Heading.Parent == candidate.Heading.Parent);
    }

    // "- Jiří Pinkas" as one of the first items under most headings, each time somebody else.
    private static void TakeNamedItems(IReadOnlyList<Candidate> level)
    {
        var named = level.Where(c => c.NamedItem is not null).ToList();
        if (named.Count < 3 || named.Count < 0.5 * level.Count
            || named.Select(c => c.NamedItem!.Names[0].Name).Distinct(StringComparer.Ordinal).Count() < 0.6 * named.Count)
        {
            return;
        }
        foreach (var candidate in named)
            candidate.Mark = candidate.NamedItem;
    }

    // "Painting Tech Dystopia: How the West …" among titles without colons: the first part is no speaker, unless it is among "Ada Muster - Ropes".
    private static void DropFewColons(IReadOnlyList<Candidate> level)
    {
        var before = level.Where(c => c.Chosen is { Shape: HeadingShape.ColonTopic }).ToList();
        var areAfterDashes = level.Count(c =>
            c.Chosen is { Shape: HeadingShape.DashTopic, Confidence: >= NameConfidence.Strong }) >= 0.5 * level.Count;
        if (level.Count < 4 || before.Count > 0.4 * level.Count || areAfterDashes)
            return;
        foreach (var candidate in before.Where(c => !Agrees(c.Mark, c.Chosen!) && c.Chosen!.Names.All(n => n.Detail is null)))
            (candidate.Chosen, candidate.IsShapeOfSiblings) = (null, false);
    }

    // "_AnnMarie Thomas_": where most headings have a speaker's line below them, an odd name in the same place is one.
    private static void TakeOddLines(IReadOnlyList<Candidate> level)
    {
        var below = level.Count(HasLine);
        if (below < 3 || below < 0.5 * level.Count)
            return;
        foreach (var candidate in level.Where(c => c.LineBelow.Length > 0 && !HasLine(c)))
        {
            var names = SpeakerNames.Read(candidate.LineBelow, Vocabulary.Empty, isLabelled: true);
            if (names.Count > 0
                && names.All(n => n.Name.Split(' ') is { Length: >= 2 and <= 4 } words
                    && words.All(w => !Words.NotNames.Has(w) || w == words[^1])))
            {
                candidate.Mark =
                    new SpeakerEvidence(EvidenceKind.Line, [.. names.Select(n =>
                        n with { Confidence = NameConfidence.Strong })], candidate.Heading.Block);
            }
        }
    }

    // Where most headings have a speaker's line below them, that is where the speakers stand, and a name read into a title is a part of
    // the title.
    private static void PreferLinesBelow(IReadOnlyList<Candidate> level)
    {
        var below = level.Count(HasLine);
        var inside = level.Count(c => c.Chosen is { Confidence: >= NameConfidence.Strong });
        if (below < 3 || below < 0.6 * level.Count || inside >= 0.8 * below)
            return;
        foreach (var candidate in level)
        {
            if (candidate.Chosen is not { } chosen || Agrees(candidate.Mark, chosen))
                continue;
            if (HasLine(candidate) || chosen.IsDoubtful)
                (candidate.Chosen, candidate.IsShapeOfSiblings) = (null, false);
        }
    }

    /// <summary>Whether a line below a heading is a speaker's name.</summary>
    internal static bool HasLine(Candidate candidate) =>
        candidate.Mark is { Kind: >= EvidenceKind.Line, Confidence: >= NameConfidence.Strong } mark
            && !mark.Names.All(n => n.Name.StartsWith('@'));

    private static bool Agrees(SpeakerEvidence? mark, HeadingReading chosen) =>
        mark is not null && mark.Names.Any(n => chosen.Names.Any(c => c.Name == n.Name));

    // What a line below says outright counts more than a name that was read into the heading.
    private static void PreferSpeakerBelow(Candidate candidate, IReadOnlyList<Candidate> level)
    {
        if (candidate.Chosen is not { } chosen)
            return;
        if (chosen.Confidence >= NameConfidence.Strong && candidate.Mark is { } handles && handles.Names.All(n => n.Name.StartsWith('@')))
            candidate.Mark = null;
        var agrees = Agrees(candidate.Mark, chosen);
        var isSaid = candidate.Mark is { Kind: EvidenceKind.Label } && !candidate.IsShapeOfSiblings;
        var isSpeaker = chosen.Shape == HeadingShape.Speaker;
        var isAlone = candidate is { Prefix: "", IsGrouped: false, HasSubtitle: false };
        var isLonely = isAlone && chosen.Confidence < NameConfidence.Certain
            && level.Count(c => c.Chosen is { Shape: HeadingShape.Speaker }) < 0.4 * level.Count;
        var isNoSpeaker = isSpeaker && (isLonely || candidate.Mark is { Kind: EvidenceKind.Line });
        if (!agrees && (isSaid || isNoSpeaker))
            (candidate.Chosen, candidate.IsShapeOfSiblings) = (null, false);
    }

    // "… - OSOR team", "… (Nicolas De loof)": where most siblings end in a speaker, so does this one.
    private static void TakeOddNames(IReadOnlyList<Candidate> level)
    {
        var isDashed = IsEnding(HeadingShape.TopicDash, level);
        var isBracketed = IsEnding(HeadingShape.Brackets, level);
        if (!isDashed && !isBracketed)
            return;
        foreach (var candidate in level.Where(c => c.Chosen is null && c.Mark is null or { Kind: < EvidenceKind.Line }))
        {
            var text = candidate.Text;
            var (at, length) = isDashed ? Dashes.Last(text) : (text.LastIndexOfAny(['(', '（']), 1);
            var name = at < 0 ? "" : text[(at + length)..].Trim(' ', ')', '）');
            var bracket = name.IndexOf('(', StringComparison.Ordinal);
            var company = bracket > 2 ? name[bracket..].Trim('(', ')') : null;
            name = bracket > 2 ? name[..bracket].TrimEnd() : name;
            var isNoName = !isDashed && Words.NotNames.HasAnyOf(name);
            if (at > 0 && MayBeName(name) && !isNoName)
            {
                candidate.Chosen =
                    new HeadingReading(isDashed
                        ? HeadingShape.TopicDash
                        : HeadingShape.Brackets, Topics.Clean(text[..at]), [new SpeakerName(name, company, NameConfidence.Weak)]);
            }
        }
    }

    private static bool MayBeName(string text) =>
        HeadingRoles.OfText(text) == HeadingRole.Open && text.Length > (text is [>= '\u3040', ..] ? 1 : 2) && HeadingWords.Count(text) <= 3;

    // Whether most headings of a level have this shape: four at least, or three where most end in brackets.
    private static bool IsEnding(HeadingShape shape, IReadOnlyList<Candidate> level)
    {
        var count = level.Count(c => c.Chosen?.Shape == shape);
        if (count < 4)
            return count == 3 && shape == HeadingShape.Brackets && level.Count(c => c.Text[^1] is ')' or '）') >= 0.6 * level.Count;
        if (shape == HeadingShape.TopicDash && count >= 0.5 * level.Count(c => Dashes.Last(c.Text).At > 0))
            return count >= 0.4 * level.Count;
        return count >= 0.55 * level.Count;
    }

    // "Mandy Waite - Google: From Borg to Kubernetes" on all headings: the company stands before the topic.
    private static void TakeCompanies(IReadOnlyList<Candidate> level)
    {
        var dashed = level.Where(c => c.Chosen is { Shape: HeadingShape.DashTopic }).ToList();
        if (dashed.Count < 3 || dashed.Count(c => CompanyEnd(c.Chosen?.Topic) > 0) < 0.7 * dashed.Count)
            return;
        foreach (var candidate in dashed)
        {
            if (candidate.Chosen is not { } chosen || CompanyEnd(chosen.Topic) is not (> 0 and var end))
                continue;
            var company = chosen.Topic[..end].Trim();
            candidate.Chosen =
                chosen with
                {
                    Topic = Topics.Clean(chosen.Topic[(end + 1)..]),
                    Names = [.. chosen.Names.Select(n => n with { Detail = n.Detail ?? company })]
                };
        }
    }

    // "Puja Abbassi, Giant Swarm": where a company stands behind the comma of most siblings, it does so here.
    private static void TakeSecondNames(IReadOnlyList<Candidate> level)
    {
        var all = level.Select(c => (Candidate: c, Names: c.Chosen?.Names ?? (c.Mark is { Kind: >= EvidenceKind.Line } mark
            ? mark.Names : [])))
            .Where(c => c.Names.Count > 0).ToList();
        if (all.Count(c => c.Names is [{ Detail: not null }]) is var usual && (usual < 3 || usual < 0.6 * all.Count))
            return;
        foreach (var (candidate, names) in all)
        {
            if (names.Count < 2 || names[^1].Detail is not null
                || !Source(candidate).Contains($"{names[^2].Name}, {names[^1].Name}", StringComparison.Ordinal))
            {
                continue;
            }
            SpeakerName[] people = [.. names.SkipLast(2), names[^2] with { Detail = names[^2].Detail ?? names[^1].Name }];
            if (candidate.Chosen is { } chosen)
                candidate.Chosen = chosen with { Names = people };
            else if (candidate.Mark is { } mark)
                candidate.Mark = mark with { Names = people };
        }
    }

    private static string Source(Candidate candidate) =>
        candidate.Chosen is not null ? candidate.Heading.Text : candidate.Mark?.Block.Text ?? "";

    private static int CompanyEnd(string? topic)
    {
        var colon = topic?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        // A colon was found, so the topic is there.
        return colon > 1 && colon < topic!.Length - 2 && HeadingWords.Count(topic[..colon]) <= 4 ? colon : 0;
    }
}
