using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Puts the best hits in order.</summary>
internal static class BestHits
{
    /// <summary>Returns the best hits in order, at least as many as the page needs. The top hits are ranked again by the proximity of the
    /// query words.</summary>
    /// <param name="request">The request.</param>
    /// <param name="snapshot">The snapshot that is searched.</param>
    /// <param name="terms">The term reader.</param>
    /// <param name="plan">The query.</param>
    /// <param name="collector">Sorts the hits.</param>
    /// <param name="collected">The hits; their list is sorted and returned.</param>
    /// <param name="depth">Minimum number of hits to return besides, as far as there are so many.</param>
    public static List<ScoredDocument> Of(SearchRequest request, Snapshot snapshot, TermReader terms, QueryPlan plan,
        HitCollector collector, CollectedHits collected, int depth)
    {
        var hits = collected.Hits;
        var words = plan.PositiveWords().ToList();
        collector.Sort(hits, Math.Max(request.Page * request.PerPage, Math.Max(depth, Ranking.ProximityDepth)));
        if (request.Sort != SearchSort.Relevance || words.Count < 2)
            return hits;

        var top = hits.GetRange(0, Math.Min(hits.Count, Ranking.ProximityDepth));
        Proximity.Apply(snapshot, terms, words, top);
        hits.RemoveRange(0, top.Count);
        hits.InsertRange(0, top);
        collector.Sort(hits, hits.Count);
        return hits;
    }
}
