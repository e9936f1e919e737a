using SearchNotes.Highlighting;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Says of the documents that were found what a reader wants to know: which words they hold, where, and how good they
/// are.</summary>
internal sealed class SearchResultBuilder(Snapshot snapshot, QueryPlan plan, DocScores scores)
{
    /// <summary>Hits that a reader looks at; one that holds everything is an answer, whatever stands above it.</summary>
    private const int FirstPage = 10;

    /// <summary>The share of the words' weight that is all of it, give or take rounding and an article.</summary>
    private const float FullCoverage = 0.95f;

    private readonly List<QueryWord> words = [.. plan.PositiveWords()];

    /// <summary>Makes the answer without its hits.</summary>
    /// <param name="collected">What was collected.</param>
    /// <param name="best">The best hits in order.</param>
    /// <param name="notes">What was odd in the query.</param>
    /// <param name="terms">Looks terms up.</param>
    /// <param name="deadline">Whether time ran out.</param>
    public SearchResult Build(CollectedHits collected, IReadOnlyList<ScoredDocument> best, IReadOnlyList<Note> notes, TermReader terms,
        Deadline deadline)
    {
        var shown = best.Take(FirstPage).ToList();
        var spelling = new Spelling(snapshot, terms, plan, scores, shown);
        return new()
        {
            Total = collected.Total,
            Hits = [],
            Facets = collected.Facets,
            NearOnly = shown.Count > 0 && IsNear(spelling.Covered(shown[0])) && !shown.Exists(hit => HoldsAll(spelling.Covered(hit))),
            Absent = Typed(words.Where(spelling.IsAbsent)),
            GivenUp = shown.Count == 0 ? [] : Typed(words.Where(word => !spelling.IsHeld(word))),
            Corrections = [.. words.Select(spelling.Of).OfType<Correction>().Distinct()],
            Notes = notes,
            Partial = deadline.WasMissed,
            Generation = snapshot.Generation,
        };
    }

    /// <summary>Shows why each document of the page is a hit.</summary>
    /// <param name="page">The documents.</param>
    /// <param name="explainer">Scores once more, word by word, where that was asked for.</param>
    /// <param name="deadline">Once it has passed, hits are shown without passages.</param>
    public IReadOnlyList<TalkHit> Hits(IReadOnlyList<ScoredDocument> page, TalkScorer? explainer, Deadline deadline)
    {
        var wanted = HighlightQueryBuilder.Of(words);
        var explained = explainer is null ? null : new Explainer(snapshot, explainer, words).Explain(page);
        var hits = new TalkHit[page.Count];
        for (var i = 0; i < hits.Length; i++)
            hits[i] = Hit(page[i], wanted, deadline.HasPassed()) with { Explain = explained?[i] };
        return hits;
    }

    private static IReadOnlyList<string> Typed(IEnumerable<QueryWord> words) =>
        [.. words.Select(word => word.Typed).Distinct(StringComparer.Ordinal)];

    private TalkHit Hit(ScoredDocument candidate, HighlightQuery wanted, bool isLate)
    {
        var stored = snapshot.Talks.Get(candidate.Doc);
        return new TalkHit
        {
            Talk = stored,
            Score = candidate.Score,
            TopicRuns = Flagger.Runs(stored.Talk.Topic, wanted, MatchField.Topic),
            SpeakerRuns = [.. stored.Talk.Speakers.Select(speaker => Flagger.Runs(speaker.Name, wanted, MatchField.Speaker))],
            Matches = isLate ? [] : PassageMaker.Best(stored, wanted),
        };
    }

    /// <summary>A hit lacks so much of what was asked for that it is no answer.</summary>
    private bool IsNear(float covered)
    {
        var least = Ranking.NearCoverage * Math.Min(1f, (float)Ranking.NearWords / Math.Max(words.Count, 1));
        return plan.Root.Weight > 0f && covered < least * plan.Root.Weight;
    }

    private bool HoldsAll(float covered) => covered >= FullCoverage * plan.Root.Weight;
}
