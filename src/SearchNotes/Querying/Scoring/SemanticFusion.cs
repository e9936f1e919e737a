using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Adds the similarity of meaning to the scores of the words, each as a share of its best.</summary>
internal sealed class SemanticFusion
{
    /// <summary>Minimum share of the best score that an explanation mentions.</summary>
    private const float MinNoted = 0.05f;

    private readonly float weight;
    private readonly float[] similarities;
    private readonly IReadOnlyList<int> nearest;
    private float best;

    private SemanticFusion(float weight, float[] similarities, IReadOnlyList<int> nearest)
    {
        (this.similarities, this.nearest) = (similarities, nearest);
        const float range = SemanticRanking.FullSimilarity - SemanticRanking.LeastSimilarity;
        this.weight = weight * Math.Clamp((Highest - SemanticRanking.LeastSimilarity) / range, 0f, 1f);
    }

    private float Highest => similarities[nearest[0]];

    /// <summary>Scores the documents that pass the filters; <see langword="null"/> when meaning does not count for the query.</summary>
    /// <param name="snapshot">The snapshot that is searched.</param>
    /// <param name="scorer">Scores by meaning; <see langword="null"/> for words alone.</param>
    /// <param name="request">The request.</param>
    /// <param name="plan">The query.</param>
    /// <param name="scores">The scores of the words.</param>
    /// <param name="hits">The hits for the words, best first.</param>
    /// <param name="accepts">The filters of the request.</param>
    public static SemanticFusion? Of(Snapshot snapshot, ISemanticScorer? scorer, SearchRequest request, QueryPlan plan, DocScores scores,
        IReadOnlyList<ScoredDocument> hits, Func<int, bool> accepts)
    {
        if (scorer is null || request.Sort != SearchSort.Relevance || hits.Count == 0)
            return null;
        if (SemanticWeight.Of(snapshot.DocumentValues, plan, scores, hits) is not (> 0f and var weight))
            return null;
        var words = string.Join(' ', plan.PositiveWords().Select(word => word.Typed));
        if (scorer.Similarities(words, snapshot.Ids) is not { } similarities)
            return null;
        var conditions = plan.Root.Parts.OfType<FilterNode>().ToList();
        int[] nearest = [.. Enumerable.Range(0, similarities.Length)
            .Where(doc => !float.IsNaN(similarities[doc]) && snapshot.DocumentValues.Live[doc])
            .Where(doc => accepts(doc) && conditions.TrueForAll(condition => condition.Accepts(doc)))
            .OrderByDescending(doc => similarities[doc]).ThenBy(doc => snapshot.DocumentValues.Order[doc])
            .Take(SemanticRanking.Admitted)];
        return nearest.Length == 0 ? null : new SemanticFusion(weight, similarities, nearest);
    }

    /// <summary>Returns the documents nearest in meaning that are no hits for their words.</summary>
    /// <param name="hits">The hits.</param>
    public IReadOnlyList<int> Admitted(IEnumerable<ScoredDocument> hits) => [.. nearest.Except(hits.Select(hit => hit.Doc))];

    /// <summary>Changes the scores of the hits. Documents that cannot be scored by meaning yet keep the score of their words.</summary>
    public void Apply(List<ScoredDocument> hits)
    {
        best = hits.Max(hit => hit.Score);
        for (var i = 0; i < hits.Count; i++)
        {
            if (!float.IsNaN(similarities[hits[i].Doc]))
                hits[i] = hits[i] with { Score = ((1f - weight) * hits[i].Score) + Added(hits[i].Doc) };
        }
    }

    /// <summary>Returns what meaning adds to the score of a hit.</summary>
    public float Added(int doc) => weight * best * Nearness(doc);

    /// <summary>Returns whether meaning adds to the score of a hit what matters.</summary>
    public bool IsNear(int doc) => weight * Nearness(doc) >= MinNoted;

    /// <summary>Returns 1 for the nearest document, and less the less similar a document is.</summary>
    private float Nearness(int doc) =>
        float.IsNaN(similarities[doc]) ? 0f : MathF.Min(1f, MathF.Exp((similarities[doc] - Highest) / SemanticRanking.Spread));
}
