using SearchNotes.Posts;

namespace SearchNotes.Talks.Signals;

/// <summary>Where a post's talks are. The signals are asked in order; the strongest decides.</summary>
/// <param name="Talks">The talks in order, disjoint; empty for an ordinary post.</param>
/// <param name="Warnings">What was odd.</param>
internal sealed record SplitPlan(IReadOnlyList<TalkStart> Talks, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Decides about a post.</summary>
    internal static SplitPlan Of(Outline outline)
    {
        var overrides = outline.Post.Overrides;
        if (overrides.Talks == "none" || outline.Blocks.Count == 0)
            return new SplitPlan([], []);
        if (outline.Headings.Count > Weights.MostHeadings)
            return new SplitPlan([], [new Warning(outline.Headings[Weights.MostHeadings].Block.FirstLine, $"The post has {outline.Headings.Count} headings, more than {Weights.MostHeadings}; it is indexed as one document.")]);

        var eventScore = EventPost.Score(outline);
        var headings = HeadingTalks.Read(outline, eventScore, overrides.TalkLevel);
        var whole = WholePost.Read(outline, headings, eventScore);
        if (!(whole.IsInFrontMatter && whole.IsDeclared) && Bold(outline, eventScore, overrides.TalkLevel) is var (bold, boldTalks) && boldTalks.Evidence > headings.Evidence)
            return FromHeadings(bold, boldTalks, eventScore);
        if (overrides.Talks is null && !whole.IsDeclared && (EventPost.PlanScore(outline) >= Weights.Plan || IsConversation(outline, headings)))
            return new SplitPlan([], Disagreements.AboutNone(outline, headings));
        if (overrides.Talks == "one")
            return One(outline, whole, "the front matter says so", 1, []);
        var leads = headings.Evidence >= Weights.Plain ? LeadTalks.None : LeadTalks.Read(outline, eventScore);
        if (overrides.Talks == "headings")
            return FromHeadings(outline, headings, eventScore);
        // A file of its own for each talk, headed by topic and speaker: its lists are no talks.
        var isSaid = whole is { IsDeclared: true, Heading: not null } && whole.Names.Count > 0 && (EventPost.IsAmongNotes(outline.Post) || leads.Talks.Count(t => t.Names.Count > 0) < 0.5 * leads.Talks.Count);
        var isOne = leads.Talks.Count(t => t.Names.Count > 0) >= 3 ? whole.IsInFrontMatter || isSaid : (leads.Count < 3 && leads.Talks.Count == 0) || whole.IsDeclared;
        if (isOne && whole.Evidence >= Weights.WholePostCarries && (whole.Evidence > headings.Evidence || (headings.IsByTitles && whole.IsDeclared && whole.Names.Count > 0)) && (whole.Evidence > leads.Evidence || isSaid))
            return One(outline, whole, whole.Why, Math.Min(1, whole.Evidence / 2), Disagreements.AboutOne(outline, headings, whole.Why));
        return leads.Evidence > headings.Evidence && eventScore >= Weights.EventOfLeads && !NameTheSame(headings, leads) ? new SplitPlan(leads.Talks, Disagreements.AboutLeads(headings, leads)) : FromHeadings(outline, headings, eventScore);
    }

    // Paragraphs in bold for headings, or items that stand alone: those only where they name somebody, for any short item may stand alone.
    private static (Outline Outline, HeadingTalks Talks)? Bold(Outline outline, double eventScore, int? givenLevel)
        => outline.WithBoldHeadings() is { } bold && HeadingTalks.Read(bold, eventScore, givenLevel) is { Level: Outline.BoldLevel } talks && !(talks.IsByTitles && bold.Headings.Any(h => h.Block.IsItem))
            ? (bold, talks)
            : null;

    // "Bill Roberts - Web of Data" over "Bill Roberts came to talk about …": the heading begins the talk, not its sentence.
    private static bool NameTheSame(HeadingTalks headings, LeadTalks leads)
    {
        var named = headings.Candidates.Where(c => c.IsTalk).SelectMany(c => c.Chosen?.Names ?? (c.Mark is { Kind: >= MarkKind.Line } mark ? mark.Names : [])).Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return named.Count >= 2 && leads.Talks.Count(t => t.Names.Any(n => named.Contains(n.Name))) >= 0.5 * leads.Talks.Count;
    }

    // An interview has headings that look like "Ludwine: Where do you work?", always with the same name.
    private static bool IsConversation(Outline outline, HeadingTalks headings)
    {
        if (Words.Interviews.HasAnyOf(outline.Post.Title))
            return true;
        var talks = headings.Candidates.Where(c => c.IsTalk).ToList();
        if (talks.Count(c => c.Text.EndsWith('?') || c.Text.EndsWith('？')) < 0.5 * talks.Count)
            return false;
        var names = talks.SelectMany(c => c.Chosen?.Names.Take(1) ?? []).Select(n => n.Name).ToList();
        return names.Count >= 3 && names.GroupBy(n => n, StringComparer.Ordinal).Max(g => g.Count()) > 0.6 * names.Count;
    }

    private static SplitPlan One(Outline outline, WholePost whole, string why, double confidence, IReadOnlyList<Warning> warnings)
    {
        var heading = whole.Heading?.Heading;
        var first = heading is not null ? heading.Block.FirstLine : outline.Blocks[0].FirstLine;
        return new SplitPlan([new TalkStart { FirstLine = first, LastLine = int.MaxValue, Heading = heading, Topic = whole.Topic, Names = whole.Names, Why = why, Confidence = confidence }], warnings);
    }

    private static SplitPlan FromHeadings(Outline outline, HeadingTalks headings, double eventScore)
    {
        var grouped = LeadTalks.BelowGroups(outline, headings, eventScore).ToList();
        // Where paragraphs of a section name talks and speakers, headings beside it that name nobody are sections as well.
        var isOnlyGrouped = headings.IsByTitles && grouped.Count(t => t.Names.Count > 0) >= 3;
        var talks = headings.Candidates.Where(c => c.IsTalk && (!isOnlyGrouped || c.Evidence > 0)).Select(c => HeadingTalk.Make(outline, headings, c)).Concat(grouped).OrderBy(t => t.FirstLine).ToList();
        var warnings = OddHeadings.Find(outline, headings.Candidates);
        return new SplitPlan(talks, [.. talks.Count > 0 ? warnings.Concat(Disagreements.AboutHeadings(outline, headings)) : warnings]);
    }
}
