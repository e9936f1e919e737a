using System.Buffers;
using System.Globalization;
using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>Chooses the hits of a page among all documents that were scored, and counts facets on the way.</summary>
internal sealed class HitCollector
{
    /// <summary>Most values that a facet shows.</summary>
    private const int MaxFacetValues = 20;

    private readonly Columns columns;
    private readonly SearchRequest request;
    private readonly List<Condition> conditions = [];
    private readonly FacetTable? facets;

    /// <summary>Prepares the filters of a request.</summary>
    public HitCollector(Columns columns, SearchRequest request)
    {
        (this.columns, this.request) = (columns, request);
        facets = request.WithFacets ? columns.Facets : null;
        AddFacet(0, request.Speakers, values => Filters.AnyOf(columns.Speakers, values, Columns.KeyOfName));
        AddFacet(1, request.Tags, values => Filters.AnyOf(columns.Tags, values, Columns.KeyOfTag));
        AddFacet(2, request.Events, values => Filters.AnyOf(columns.Events, values, Columns.KeyOfName));
        AddFacet(3, request.Years, values => Filters.Years(columns, values));
        AddFacet(4, request.Kinds, values => Filters.Kinds(columns, values));
        AddFacet(5, request.Languages, values => Filters.AnyOf(columns.Languages, values, static language => language.ToLowerInvariant()));
        AddFacet(-1, request.Has, values => Filters.Has(columns, values));
    }

    /// <summary>Collects.</summary>
    /// <param name="scores">Every document that matches, with its score.</param>
    /// <param name="plan">The query.</param>
    public Collected Collect(DocScores scores, QueryPlan plan)
    {
        var least = LeastCoverage(scores, plan.Root.Weight);
        var hits = scores.Hits;
        hits.Clear();
        var counts = facets is null ? [] : Rent(facets.First[^1]);
        foreach (var doc in scores.Docs)
        {
            if (scores[doc] <= 0f || scores.Covered(doc) < least || HoldsGlueAlone(scores.Words(doc), plan.Telling)) continue;
            var failed = Failed(doc);
            if (failed == Condition.None) hits.Add(new Candidate(doc, columns.IsPost(doc) ? scores[doc] * Ranking.PostFactor : scores[doc]));
            if (facets is not null && failed != Condition.Several) Count(facets, doc, failed, counts);
        }

        if (request.GroupByPost) hits = BestOfEachPost(hits);
        return new Collected(hits.Count, hits, facets is null ? Facets.None : Shape(facets, counts));
    }

    /// <summary>Puts the first so many in order, best first; the rest stays in any order.</summary>
    public void Sort(List<Candidate> hits, int depth)
    {
        var comparer = Comparer<Candidate>.Create(Compare);
        if (hits.Count <= 2 * depth)
        {
            hits.Sort(comparer);
            return;
        }

        // The worst of the best so far is on top of the queue, and leaves when a better one comes.
        var best = new PriorityQueue<Candidate, Candidate>(depth + 1, Comparer<Candidate>.Create((a, b) => Compare(b, a)));
        foreach (var hit in hits)
        {
            if (best.Count < depth) best.Enqueue(hit, hit);
            else if (Compare(hit, best.Peek()) < 0) best.EnqueueDequeue(hit, hit);
        }

        hits.Clear();
        hits.AddRange(best.UnorderedItems.Select(item => item.Element));
        hits.Sort(comparer);
    }

    private int Compare(Candidate a, Candidate b)
    {
        var order = request.Sort switch
        {
            SearchSort.DateDescending => ByDate(a, b, newestFirst: true),
            SearchSort.DateAscending => ByDate(a, b, newestFirst: false),
            _ => b.Score.CompareTo(a.Score),
        };
        if (order == 0 && request.Sort == SearchSort.Relevance) order = ByDate(a, b, newestFirst: true);
        return order != 0 ? order : columns.Order[a.Doc].CompareTo(columns.Order[b.Doc]);
    }

    private int ByDate(Candidate a, Candidate b, bool newestFirst)
    {
        var (first, second) = (columns.Days[a.Doc], columns.Days[b.Doc]);
        if (first == 0 || second == 0) return second.CompareTo(first);
        return newestFirst ? second.CompareTo(first) : first.CompareTo(second);
    }

    /// <summary>Where some documents hold all words, those that hold little of them are no hits.</summary>
    private static float LeastCoverage(DocScores scores, float weight)
    {
        var best = 0f;
        foreach (var doc in scores.Docs) best = Math.Max(best, scores.Covered(doc));
        return best * Ranking.LeastCoverage * (weight > 0f ? Math.Min(best / weight, 1f) : 0f);
    }

    /// <summary>"Ruby on Rails" is not answered by an on.</summary>
    private static bool HoldsGlueAlone(ulong words, ulong telling) => words != 0 && telling != 0 && (words & telling) == 0;

    private List<Candidate> BestOfEachPost(List<Candidate> hits)
    {
        var best = new Dictionary<int, Candidate>();
        foreach (var hit in hits)
        {
            var post = columns.Posts[hit.Doc];
            if (!best.TryGetValue(post, out var other) || Compare(hit, other) < 0) best[post] = hit;
        }

        return [.. best.Values];
    }

    /// <summary>The one condition that fails: a facet's number, or <see cref="Condition.None"/>, or <see cref="Condition.Several"/>.</summary>
    private int Failed(int doc)
    {
        var failed = Condition.None;
        foreach (var condition in conditions)
        {
            if (condition.Accepts(doc)) continue;
            if (failed != Condition.None || condition.Facet < 0) return Condition.Several;
            failed = condition.Facet;
        }

        return failed;
    }

    private void AddFacet(int facet, IReadOnlyList<string> values, Func<IReadOnlyList<string>, Func<int, bool>> make)
    {
        if (values.Count > 0) conditions.Add(new Condition(facet, make(values)));
    }

    /// <summary>Counts a document in every facet, or in the one whose condition alone it fails.</summary>
    private static void Count(FacetTable facets, int doc, int failed, int[] counts)
    {
        var (first, end) = failed == Condition.None ? (0, int.MaxValue) : (facets.First[failed], facets.First[failed + 1]);
        foreach (var value in facets.Of(doc))
        {
            if (value >= first && value < end) counts[value]++;
        }
    }

    private static Facets Shape(FacetTable facets, int[] counts)
    {
        var shaped = new IReadOnlyList<FacetValue>[facets.Columns.Count];
        for (var f = 0; f < shaped.Length; f++) shaped[f] = Top(facets.Columns[f], new ArraySegment<int>(counts, facets.First[f], facets.Columns[f].Names.Length));
        ArrayPool<int>.Shared.Return(counts);

        var kinds = shaped[4].Select(k => k with { Value = Filters.KindNames[int.Parse(k.Value, CultureInfo.InvariantCulture)] }).ToList();
        var years = shaped[3].OrderByDescending(y => y.Value, StringComparer.Ordinal).ToList();
        var languages = shaped[5].Where(l => l.Value != Schema.NoLanguage).ToList();
        return new Facets(shaped[0], shaped[1], shaped[2], years, kinds, languages);
    }

    private static List<FacetValue> Top(FacetColumn facet, ArraySegment<int> counts)
    {
        var top = new PriorityQueue<int, (int Count, int Order)>();
        for (var value = 0; value < facet.Names.Length; value++)
        {
            if (counts[value] == 0) continue;
            if (top.Count < MaxFacetValues) top.Enqueue(value, (counts[value], -value));
            else top.EnqueueDequeue(value, (counts[value], -value));
        }

        return [.. top.UnorderedItems.Select(item => new FacetValue(facet.Names[item.Element], counts[item.Element]))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
    }

    private static int[] Rent(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent(Math.Max(length, 1));
        Array.Clear(counts, 0, length);
        return counts;
    }

    private sealed record Condition(int Facet, Func<int, bool> Accepts)
    {
        public const int None = -1;
        public const int Several = -2;
    }
}

/// <summary>A document that may be shown.</summary>
internal readonly record struct Candidate(int Doc, float Score);

/// <summary>What was collected.</summary>
/// <param name="Total">How many hits there are.</param>
/// <param name="Hits">All of them, in any order; good until the scores are collected from again or given back.</param>
/// <param name="Facets">Their facets.</param>
internal sealed record Collected(int Total, List<Candidate> Hits, Facets Facets);
