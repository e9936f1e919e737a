using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;

namespace SearchNotes.Querying.Candidates;

/// <summary>Writes a query plan as plain data. The parts of the plan match the same documents as in <c>TalkScorer</c> and
/// <c>HitCollector</c>.</summary>
internal sealed class CandidatePlan
{
    /// <summary>Maximum number of terms that rank. The conditions hold all terms, so a talk with another one is still a hit.</summary>
    private const int MaxRankedTerms = 600;

    /// <summary>Coverage is counted in whole numbers, so that sums are exact: this many for a weight of 1.</summary>
    private const float CoverageUnit = 1000f;

    private readonly Func<Condition, bool> occurs;
    private int rankedTerms;

    private CandidatePlan(Func<Condition, bool> occurs) => this.occurs = occurs;

    /// <summary>Returns the query for the best documents of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="size">Number of candidates.</param>
    /// <param name="occurs">Returns whether any document meets a condition.</param>
    public static CandidateQuery Of(QueryPlan plan, int size, Func<Condition, bool> occurs)
    {
        var writer = new CandidatePlan(occurs);
        var where = new List<Condition>();
        where.Add(writer.Match(plan.Root));
        if (plan.HasWords && NotOnlyStopWords(plan) is { } condition)
            where.Add(condition);
        var words = plan.HasWords ? writer.Scored(plan.Root, 1f) : null;
        return new CandidateQuery
        {
            Where = Condition.All(where),
            Words = words,
            FullCoverage = words is null ? 0 : Coverage(words),
            CoverageShare = plan.IsQuestion ? Ranking.CoverageShareOfQuestion : Ranking.CoverageShare,
            Size = size,
            WithBestCoverage = words is not null,
        };
    }

    private static int Coverage(ScoredPart part) => part switch
    {
        ScoredWord word => word.FullCoverage,
        ScoredAll all => all.Parts.Sum(Coverage),
        ScoredAny any => any.Parts.Max(Coverage),
        _ => 0,
    };

    /// <summary>Returns the condition for documents that the scorer gives a score.</summary>
    private Condition Match(Node node) => node switch
    {
        WordNode { Word: var word } => WordConditions.Of(word, static _ => true) ?? new AnyCondition([]),
        AnyNode any => Condition.Any([.. any.Parts.Select(Match)]),
        FilterNode filter => filter.Condition,
        AllNode all => MatchAll(all),
        _ => new AllCondition([]),
    };

    private Condition MatchAll(AllNode all)
    {
        var scored = all.Parts.Where(part => part is not (FilterNode or NotNode)).ToList();
        List<Condition> parts = [.. Gates(all)];
        if (scored.Count > 0)
            parts.Insert(0, Condition.Any([.. scored.Select(Match)]));
        return Condition.All(parts);
    }

    /// <summary>Returns what every document must or must not match.</summary>
    private IEnumerable<Condition> Gates(AllNode all)
    {
        foreach (var part in all.Parts)
        {
            if (part is FilterNode filter)
                yield return filter.Condition;
            else if (part is NotNode not)
                yield return new NotCondition(Match(not.Part));
            else if (part.IsRequired && Match(part) is var required && occurs(required))
                yield return required;
        }
    }

    private ScoredPart? Scored(Node node, float scale) => node switch
    {
        WordNode { Word: var word } => Scored(word, scale),
        AnyNode any => Parts(any.Parts, part => any.Weight > 0f && part.Weight > 0f ? scale * any.Weight / part.Weight : scale)
            is { Count: > 0 } parts ? new ScoredAny(parts) : null,
        AllNode all => Parts(all.Parts, _ => scale) is { Count: > 0 } parts
            ? new ScoredAll(parts, Gates(all).ToList() is { Count: > 0 } gates ? Condition.All(gates) : null) : null,
        _ => null,
    };

    private List<ScoredPart> Parts(IReadOnlyList<Node> nodes, Func<Node, float> scale) =>
        [.. nodes.Select(node => Scored(node, scale(node))).OfType<ScoredPart>()];

    private ScoredWord Scored(QueryWord word, float scale)
    {
        var full = WordConditions.Of(word, static kind => MatchTier.All[(int)kind].Holds);
        var weak = WordConditions.Of(word, static kind => !MatchTier.All[(int)kind].Holds);
        var terms = new List<(string, FieldSet, float)>();
        foreach (var group in word.TermGroups)
        {
            var room = Math.Max(0, MaxRankedTerms - rankedTerms);
            var factor = MatchTier.All[(int)group.Kind].Factor * Math.Max(word.Weight, 0.001f);
            terms.AddRange(group.Terms.Take(room).Select(term => (term.Term, term.Fields, term.Factor * factor)));
            rankedTerms += Math.Min(room, group.Terms.Count);
        }

        return new ScoredWord(full, weak, Units(word.Weight * scale),
            Units(word.Weight * scale * MatchTier.All[(int)MatchKind.Part].Coverage))
        {
            Terms = terms,
            Sequences = [.. word.Sequences.Select(sequence => (WordConditions.Of(sequence, word.Fields),
                MatchTier.All[(int)sequence.Kind].Factor * sequence.Factor * Math.Max(word.Weight, 0.001f)))],
        };
    }

    private static int Units(float weight) => Math.Max(1, (int)MathF.Round(weight * CoverageUnit));

    /// <summary>Returns the condition that keeps documents with stop words alone from being hits; <see langword="null"/> where all words
    /// are of one kind.</summary>
    private static AnyCondition? NotOnlyStopWords(QueryPlan plan)
    {
        var words = plan.PositiveWords().ToList();
        if (plan.ContentWords == 0 || !words.Exists(word => word.IsStopWord))
            return null;
        var content = words.Where(word => !word.IsStopWord).Select(Holds).OfType<Condition>().ToList();
        var stop = words.Where(word => word.IsStopWord).Select(Holds).OfType<Condition>().ToList();
        return new AnyCondition([.. content, new NotCondition(Condition.Any(stop))]);

        static Condition? Holds(QueryWord word) => WordConditions.Of(word, static kind => MatchTier.All[(int)kind].Holds);
    }
}
