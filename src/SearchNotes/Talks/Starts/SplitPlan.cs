using SearchNotes.Posts;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Starts;

/// <summary>Where a post's talks are.</summary>
/// <param name="Talks">The talks in order, disjoint; empty for an ordinary post.</param>
/// <param name="Warnings">What was odd.</param>
internal sealed record SplitPlan(IReadOnlyList<TalkStart> Talks, IReadOnlyList<Warning> Warnings)
{
    // A post without talks is worth a look from this chance on.
    private const double WorthALook = 0.25;

    /// <summary>Talks that the post may hold after all.</summary>
    internal UnsureTalks? Unsure { get; private init; }

    /// <summary>Opinion of the post on its own, without its series; see <see cref="SeriesPrior.OpinionOf"/>.</summary>
    internal int Opinion { get; private init; } = SeriesPrior.OpinionOf(double.MinValue);

    /// <summary>Whether front matter or settings decide, or the post is surely an ordinary one.</summary>
    internal bool IsSettled { get; private init; } = true;

    /// <summary>Decides about a post.</summary>
    /// <param name="outline">The post.</param>
    /// <param name="prior">What its series says.</param>
    internal static SplitPlan Of(Outline outline, SeriesPrior prior)
    {
        if (IsEmpty(outline))
            return new SplitPlan([], []);
        if (outline.Headings.Count > Units.Most)
        {
            return new SplitPlan([],
                [new Warning(outline.Headings[Units.Most].Block.FirstLine,
                    $"The post has {outline.Headings.Count} headings, more than {Units.Most}; it is indexed as one document.")]);
        }
        var candidates = PostCandidates.Of(outline);
        var model = SplitModel.Own;
        var alone = model.Judge(candidates, Overruling.AsksForTalks(candidates)).Opinions;
        var opinions = alone with { Post = prior.Apply(alone.Post, model.Numbers.Blog) };
        var asked = Overruling.Read(candidates, opinions, model.Numbers);
        var reading = asked ?? TalkDecoder.Read(candidates, opinions, model.Numbers);
        var plan = Of(candidates, reading, model.Numbers);
        return plan with
        {
            Talks = [.. plan.Talks.Select(t => t with { Names = SpeakerFilter.Persons(t.Names, t.Topic, outline.Post) })],
            Opinion = OpinionOf(candidates, alone),
            IsSettled = asked is not null || alone.IsOrdinary,
            Unsure = plan.Talks.Count > 0 ? null : UnsureOf(candidates, opinions, model.Numbers),
        };
    }

    /// <summary>Opinion of a post on its own.</summary>
    internal static int OpinionOf(Outline outline)
    {
        if (IsEmpty(outline) || outline.Headings.Count > Units.Most)
            return SeriesPrior.OpinionOf(double.MinValue);
        var candidates = PostCandidates.Of(outline);
        return OpinionOf(candidates, SplitModel.Own.Judge(candidates, Overruling.AsksForTalks(candidates)).Opinions);
    }

    // What the blogger says of one post counts for its series.
    private static int OpinionOf(PostCandidates candidates, Opinions opinions) =>
        SeriesPrior.OpinionOf(Overruling.AsksForTalks(candidates) ? double.MaxValue : opinions.Post);

    private static bool IsEmpty(Outline outline) => outline.Post.Overrides.Talks == "none" || outline.Blocks.Count == 0;

    /// <summary>Says why a post was split so, talk by talk.</summary>
    /// <param name="outline">The post.</param>
    /// <param name="prior">What its series says.</param>
    /// <param name="firstLines">Where the talks begin.</param>
    internal static SplitExplanation Explain(Outline outline, SeriesPrior prior, IReadOnlyList<int> firstLines)
    {
        if (outline.Blocks.Count == 0 || outline.Headings.Count > Units.Most)
            return SplitExplanation.None;
        var candidates = PostCandidates.Of(outline);
        var model = SplitModel.Own;
        var judgement = model.Judge(candidates, Overruling.AsksForTalks(candidates));
        if (Overruling.Read(candidates, judgement.Opinions, model.Numbers) is not null)
        {
            return new SplitExplanation([.. firstLines.Select(_ => (IReadOnlyList<SplitReason>)[])],
                model.Explain(judgement, Question.Post, 0));
        }
        var opinions = judgement.Opinions with { Post = prior.Apply(judgement.Opinions.Post, model.Numbers.Blog) };
        var isWhole = TalkDecoder.Read(candidates, opinions, model.Numbers).Whole is not null;
        var headings = candidates.Headings.ToLookup(h => h.Heading.Block.FirstLine, h => h.Heading.Index);
        var units = candidates.Units.Select((u, i) => (u.Block.FirstLine, Index: i)).ToLookup(u => u.FirstLine, u => u.Index);
        return new SplitExplanation([.. firstLines.Select(Talk)], [.. OfSeries(), .. model.Explain(judgement, Question.Post, 0)]);

        IEnumerable<SplitReason> OfSeries() =>
            prior is { Level: 0, IsInBlog: false }
            ? [] : [new SplitReason(prior.Level > 0 ? "other posts of its series" : "the posts of the blog", prior.Mean / 2.0,
                opinions.Post - judgement.Opinions.Post)];

        IReadOnlyList<SplitReason> Talk(int line) =>
            isWhole ? model.Explain(judgement, Question.Whole, 0)
            : headings.Contains(line) ? model.Explain(judgement, Question.Heading, headings[line].First())
            : units.Contains(line) ? model.Explain(judgement, Question.Unit, units[line].First()) : [];
    }

    private static SplitPlan Of(PostCandidates candidates, Reading reading, DecoderNumbers numbers)
    {
        var isOverruled = candidates.Outline.Post.Overrides.Talks is not null;
        if (!reading.HasTalks)
        {
            return new SplitPlan([], isOverruled
                ? [] : Disagreements.AboutPost(candidates.Headings, "the post as a whole does not; it is indexed as one post"));
        }
        if (reading.Whole is { } odds)
        {
            return new SplitPlan([WholeStart(candidates, Confidence(numbers, odds))], isOverruled
                ? [] : Disagreements.AboutPost(candidates.Headings, $"the post is taken for one talk ({candidates.Whole.Why})"));
        }

        // A bold line that begins a talk is read as a heading is.
        var bold = reading.Units.Where(u => candidates.Units[u.Index].Kind == UnitKind.BoldLine)
            .ToDictionary(u => candidates.Units[u.Index].BlockIndex, u => u.Odds);
        var outline = bold.Count == 0 ? candidates.Outline : candidates.Outline.With(bold.Keys.ToHashSet());
        var headings = bold.Count == 0 ? candidates.Headings : HeadingReadings.Read(outline);
        var byBlock = reading.Headings.ToDictionary(h => candidates.Headings[h.Index].Heading.BlockIndex, h => h.Odds);
        foreach (var heading in headings)
            heading.IsTalk = byBlock.ContainsKey(heading.Heading.BlockIndex) || bold.ContainsKey(heading.Heading.BlockIndex);
        EmphasisedNames.Name([.. headings.Where(h => h.IsTalk)], outline);
        var ofHeadings = headings.Where(h => h.IsTalk)
            .Select(h =>
                HeadingStart.Make(outline, headings, h,
                    Confidence(numbers, byBlock.GetValueOrDefault(h.Heading.BlockIndex, bold.GetValueOrDefault(h.Heading.BlockIndex)))));
        var units = reading.Units.Where(u => candidates.Units[u.Index].Kind != UnitKind.BoldLine).ToList();
        var talks = ofHeadings.Concat(UnitStart.Make(candidates, units, u => Confidence(numbers, u.Odds))).OrderBy(t => t.FirstLine)
            .ToList();
        var warnings = OddHeadings.Find(outline, headings);
        return new SplitPlan(Apart(talks), [.. isOverruled ? warnings : warnings.Concat(Disagreements.AboutHeadings(outline, headings))]);
    }

    private static UnsureTalks? UnsureOf(PostCandidates candidates, Opinions opinions, DecoderNumbers numbers)
    {
        var chance = SecondFeatures.Chance(opinions.Post);
        if (opinions.IsOrdinary || chance < WorthALook)
            return null;
        var reading = TalkDecoder.Read(candidates, opinions with { Post = Math.Max(opinions.Post, numbers.MostPost) }, numbers);
        return new UnsureTalks(chance, reading.Headings.Count > 1 ? "talks: headings" : "talks: one");
    }

    private static double Confidence(DecoderNumbers numbers, double odds) => Math.Round(numbers.Confidence(odds), 2);

    // Where a talk begins, the one before it ends.
    private static List<TalkStart> Apart(List<TalkStart> talks) =>
        [.. talks.Select((t, i) => i + 1 < talks.Count && t.LastLine >= talks[i + 1].FirstLine
            ? t with { LastLine = talks[i + 1].FirstLine - 1 } : t)];

    private static TalkStart WholeStart(PostCandidates candidates, double confidence)
    {
        var whole = candidates.Whole;
        var heading = whole.Heading?.Heading;
        return new TalkStart
        {
            FirstLine = heading is not null ? heading.Block.FirstLine : candidates.Outline.Blocks[0].FirstLine,
            LastLine = int.MaxValue,
            Heading = heading,
            Topic = whole.Topic,
            Names = whole.Names,
            Why = whole.Why.Length > 0 ? whole.Why : "the post reads as the notes of one talk",
            Confidence = confidence,
        };
    }
}
