using System.Buffers;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Chooses the hits of a page among all documents that were scored, and counts facets on the way.</summary>
internal sealed class HitCollector
{
    private readonly DocumentValues columns;
    private readonly SearchRequest request;
    private readonly List<FacetCondition> conditions = [];
    private readonly FacetTable? facets;

    /// <summary>Prepares the filters of a request.</summary>
    public HitCollector(DocumentValues columns, SearchRequest request)
    {
        (this.columns, this.request) = (columns, request);
        facets = request.WithFacets ? columns.Facets : null;
        AddFacet(0, request.Speakers, values => Filters.AnyOf(columns.Speakers, values, DocumentValues.KeyOfName));
        AddFacet(1, request.Tags, values => Filters.AnyOf(columns.Tags, values, DocumentValues.KeyOfTag));
        AddFacet(2, request.Events, values => Filters.AnyOf(columns.Events, values, DocumentValues.KeyOfName));
        AddFacet(3, request.Years, values => Filters.Years(columns, values));
        AddFacet(4, request.Kinds, values => Filters.Kinds(columns, values));
        AddFacet(5, request.Languages, values => Filters.AnyOf(columns.Languages, values, static language => language.ToLowerInvariant()));
        AddFacet(-1, request.Has, values => Filters.Has(columns, values));
    }

    /// <summary>Collects.</summary>
    /// <param name="scores">Every document that matches, with its score.</param>
    /// <param name="plan">The query.</param>
    public CollectedHits Collect(DocScores scores, QueryPlan plan)
    {
        if (facets is null)
            return new CollectedHits(Hits(scores, plan, []), FacetResult.None);
        var counts = Rent(facets.First[^1]);
        var hits = Hits(scores, plan, counts);
        var shaped = facets.Shape(counts);
        ArrayPool<int>.Shared.Return(counts);
        return new CollectedHits(hits, shaped);
    }

    /// <summary>Collects the hits alone, to learn from the best of them.</summary>
    public List<ScoredDocument> Hits(DocScores scores, QueryPlan plan) => Hits(scores, plan, []);

    private List<ScoredDocument> Hits(DocScores scores, QueryPlan plan, int[] counts)
    {
        var least = LeastCoverage(scores, plan.Root.Weight);
        var hits = scores.Hits;
        hits.Clear();
        foreach (var doc in scores.Docs)
        {
            if (scores[doc] <= 0f || scores.Coverage(doc) < least || MatchesOnlyStopWords(scores.Words(doc), plan.ContentWords))
                continue;
            var failed = Failed(doc);
            if (failed == FacetCondition.None)
                hits.Add(new ScoredDocument(doc, columns.IsPost(doc) ? scores[doc] * Ranking.PostFactor : scores[doc]));
            if (counts.Length > 0 && failed != FacetCondition.Several)
                facets!.Count(doc, failed, counts); // Without facets there are no counts.
        }

        return request.GroupByPost ? BestOfEachPost(hits) : hits;
    }

    /// <summary>Puts the first so many in order, best first; the rest stays in any order.</summary>
    public void Sort(List<ScoredDocument> hits, int depth)
    {
        var comparer = Comparer<ScoredDocument>.Create(Compare);
        if (hits.Count <= 2 * depth)
        {
            hits.Sort(comparer);
            return;
        }

        // The worst of the best so far is on top of the queue, and leaves when a better one comes.
        var best = new PriorityQueue<ScoredDocument, ScoredDocument>(depth + 1, Comparer<ScoredDocument>.Create((a, b) => Compare(b, a)));
        var byScore = request.Sort == SearchSort.Relevance;
        foreach (var hit in hits)
        {
            if (best.Count < depth)
                best.Enqueue(hit, hit);
            else if (byScore && hit.Score < best.Peek().Score)
                continue;
            else if (Compare(hit, best.Peek()) < 0)
                best.EnqueueDequeue(hit, hit);
        }

        hits.Clear();
        hits.AddRange(best.UnorderedItems.Select(item => item.Element));
        hits.Sort(comparer);
    }

    private int Compare(ScoredDocument a, ScoredDocument b)
    {
        var order = request.Sort switch
        {
            SearchSort.DateDescending => ByDate(a, b, newestFirst: true),
            SearchSort.DateAscending => ByDate(a, b, newestFirst: false),
            _ => b.Score.CompareTo(a.Score),
        };
        if (order == 0 && request.Sort == SearchSort.Relevance)
            order = ByDate(a, b, newestFirst: true);
        return order != 0 ? order : columns.Order[a.Doc].CompareTo(columns.Order[b.Doc]);
    }

    private int ByDate(ScoredDocument a, ScoredDocument b, bool newestFirst)
    {
        var (first, second) = (columns.Days[a.Doc], columns.Days[b.Doc]);
        if (first == 0 || second == 0)
            return second.CompareTo(first);
        return newestFirst ? second.CompareTo(first) : first.CompareTo(second);
    }

    /// <summary>Where some documents hold all words, those that hold little of them are no hits.</summary>
    private static float LeastCoverage(DocScores scores, float weight)
    {
        var best = 0f;
        foreach (var doc in scores.Docs)
            best = Math.Max(best, scores.Coverage(doc));
        return best * Ranking.LeastCoverage * (weight > 0f ? Math.Min(best / weight, 1f) : 0f);
    }

    /// <summary>"Ruby on Rails" is not answered by an on.</summary>
    private static bool MatchesOnlyStopWords(ulong words, ulong telling) => words != 0 && telling != 0 && (words & telling) == 0;

    private List<ScoredDocument> BestOfEachPost(List<ScoredDocument> hits)
    {
        var best = new Dictionary<int, ScoredDocument>();
        foreach (var hit in hits)
        {
            var post = columns.Posts[hit.Doc];
            if (!best.TryGetValue(post, out var other) || Compare(hit, other) < 0)
                best[post] = hit;
        }

        return [.. best.Values];
    }

    /// <summary>The one condition that fails: a facet's number, or <see cref="FacetCondition.None"/>, or
    /// <see cref="FacetCondition.Several"/>.</summary>
    private int Failed(int doc)
    {
        var failed = FacetCondition.None;
        foreach (var condition in conditions)
        {
            if (condition.Accepts(doc))
                continue;
            if (failed != FacetCondition.None || condition.Facet < 0)
                return FacetCondition.Several;
            failed = condition.Facet;
        }

        return failed;
    }

    private void AddFacet(int facet, IReadOnlyList<string> values, Func<IReadOnlyList<string>, Func<int, bool>> make)
    {
        if (values.Count > 0)
            conditions.Add(new FacetCondition(facet, make(values)));
    }

    private static int[] Rent(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent(Math.Max(length, 1));
        Array.Clear(counts, 0, length);
        return counts;
    }

    private sealed record FacetCondition(int Facet, Func<int, bool> Accepts)
    {
        public const int None = -1;
        public const int Several = -2;
    }
}
