using System.Buffers;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Selects the hits among the scored documents and counts their facets.</summary>
internal sealed class HitCollector
{
    private readonly DocumentValues docValues;
    private readonly byte[] textLengths;
    private readonly SearchRequest request;
    private readonly List<FacetCondition> conditions = [];
    private readonly FacetTable? facets;

    /// <summary>Prepares the filters of a request.</summary>
    public HitCollector(Snapshot snapshot, SearchRequest request)
    {
        (docValues, this.request) = (snapshot.DocumentValues, request);
        textLengths = snapshot.Lengths(TextField.IndexOf(FieldSet.Text)).Lengths;
        facets = request.Facets.Count > 0 ? docValues.Facets : null;
        foreach (var facet in Facet.All)
        {
            if (request.ValuesOf(facet) is { Count: > 0 } values)
                conditions.Add(new FacetCondition(facet.Number, Filters.AnyOf(facet, docValues, values)));
        }

        if (request.Has.Count > 0)
            conditions.Add(new FacetCondition(FacetCondition.NoFacet, Filters.Has(docValues, request.Has)));
    }

    /// <summary>Returns the hits with their facet counts.</summary>
    /// <param name="scores">The scores of all matching documents.</param>
    /// <param name="plan">The query.</param>
    /// <param name="admitted">Further documents that are hits with a score of 0.</param>
    public CollectedHits Collect(DocScores scores, QueryPlan plan, IReadOnlyList<int>? admitted = null)
    {
        if (facets is null)
            return new CollectedHits(Hits(scores, plan, admitted ?? [], []), FacetResult.None);
        var counts = Rent(facets.Length);
        var hits = Hits(scores, plan, admitted ?? [], counts);
        var shaped = facets.Shape(counts, request.Facets);
        ArrayPool<int>.Shared.Return(counts);
        return new CollectedHits(hits, shaped);
    }

    /// <summary>Returns the hits without facet counts.</summary>
    public List<ScoredDocument> Hits(DocScores scores, QueryPlan plan) => Hits(scores, plan, [], []);

    /// <summary>Returns whether a document passes the filters of the request.</summary>
    public bool Accepts(int doc) => FailedFacet(doc) == FacetCondition.None;

    private List<ScoredDocument> Hits(DocScores scores, QueryPlan plan, IReadOnlyList<int> admitted, int[] counts)
    {
        var best = BestCoverage(scores);
        var share = best <= 0f ? 0f : (plan.IsQuestion ? Ranking.CoverageShareOfQuestion : Ranking.CoverageShare) / best;
        var hits = scores.Hits;
        hits.Clear();
        foreach (var doc in scores.Docs)
        {
            if (!IsHit(doc))
                continue;
            var failed = FailedFacet(doc);
            if (failed == FacetCondition.None)
            {
                var score = scores[doc] * (1f - (share * (best - scores.Coverage(doc))));
                hits.Add(new ScoredDocument(doc, score * FactorOf(doc)));
            }

            if (counts.Length > 0 && failed != FacetCondition.Several)
                facets!.Count(doc, failed, counts); // Not null: without facets there are no counts.
        }

        foreach (var doc in admitted)
        {
            if (IsHit(doc))
                continue;
            hits.Add(new ScoredDocument(doc, 0f));
            if (counts.Length > 0)
                facets!.Count(doc, FacetCondition.None, counts);
        }

        return request.GroupByPost ? BestOfEachPost(hits) : hits;

        bool IsHit(int doc) => scores[doc] > 0f && !MatchesOnlyStopWords(scores.Words(doc), plan.ContentWords);
    }

    /// <inheritdoc cref="TopHits.Sort(List{ScoredDocument}, int, Comparison{ScoredDocument}, bool)"/>
    public void Sort(List<ScoredDocument> hits, int depth) =>
        TopHits.Sort(hits, depth, Compare, byScore: request.Sort == SearchSort.Relevance);

    private int Compare(ScoredDocument a, ScoredDocument b)
    {
        var order = request.Sort switch
        {
            SearchSort.DateDescending => ByDate(a, b, newestFirst: true),
            SearchSort.DateAscending => ByDate(a, b, newestFirst: false),
            SearchSort.PublishedDescending => docValues.PostDays[b.Doc].CompareTo(docValues.PostDays[a.Doc]),
            _ => b.Score.CompareTo(a.Score),
        };
        if (order == 0 && request.Sort == SearchSort.Relevance)
            order = ByTextAndDate(a, b);
        return order != 0 ? order : docValues.Order[a.Doc].CompareTo(docValues.Order[b.Doc]);
    }

    /// <summary>Orders hits of equal score: talks before lightning talks, more text before less, then the newest first.</summary>
    private int ByTextAndDate(ScoredDocument a, ScoredDocument b)
    {
        var order = docValues.IsLightningTalk(a.Doc).CompareTo(docValues.IsLightningTalk(b.Doc));
        if (order == 0)
            order = textLengths[b.Doc].CompareTo(textLengths[a.Doc]);
        return order != 0 ? order : ByDate(a, b, newestFirst: true);
    }

    private int ByDate(ScoredDocument a, ScoredDocument b, bool newestFirst)
    {
        var (first, second) = (docValues.Days[a.Doc], docValues.Days[b.Doc]);
        if (first == 0 || second == 0)
            return second.CompareTo(first);
        return newestFirst ? second.CompareTo(first) : first.CompareTo(second);
    }

    private float FactorOf(int doc) =>
        docValues.IsRemainder(doc) ? Ranking.RemainderFactor : docValues.IsPost(doc) ? Ranking.PostFactor : 1f;

    private static float BestCoverage(DocScores scores)
    {
        var best = 0f;
        foreach (var doc in scores.Docs)
            best = Math.Max(best, scores.Coverage(doc));
        return best;
    }

    /// <summary>Returns whether a document matches stop words only, such as "on" for "Ruby on Rails".</summary>
    private static bool MatchesOnlyStopWords(ulong words, ulong contentWords) =>
        words != 0 && contentWords != 0 && (words & contentWords) == 0;

    private List<ScoredDocument> BestOfEachPost(List<ScoredDocument> hits)
    {
        var best = new Dictionary<int, ScoredDocument>();
        foreach (var hit in hits)
        {
            var post = docValues.Posts[hit.Doc];
            if (!best.TryGetValue(post, out var other) || Compare(hit, other) < 0)
                best[post] = hit;
        }

        return [.. best.Values];
    }

    /// <summary>Returns the number of the facet whose condition alone fails, or <see cref="FacetCondition.None"/>, or
    /// <see cref="FacetCondition.Several"/>.</summary>
    private int FailedFacet(int doc)
    {
        var failed = FacetCondition.None;
        foreach (var condition in conditions)
        {
            if (condition.Accepts(doc))
                continue;
            if (failed != FacetCondition.None || condition.Facet == FacetCondition.NoFacet)
                return FacetCondition.Several;
            failed = condition.Facet;
        }

        return failed;
    }

    private static int[] Rent(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent(Math.Max(length, 1));
        Array.Clear(counts, 0, length);
        return counts;
    }

    /// <summary>A condition of the request.</summary>
    /// <param name="Facet">Number of the facet that it filters, or <see cref="NoFacet"/>.</param>
    /// <param name="Accepts">The condition.</param>
    private sealed record FacetCondition(int Facet, Func<int, bool> Accepts)
    {
        public const int None = -1;
        public const int Several = -2;
        public const int NoFacet = -3;
    }
}
