using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>The hits of a query with their facet counts.</summary>
/// <param name="Hits">All hits, in any order. Valid until the scores are collected again or returned.</param>
/// <param name="Facets">Facet counts of the hits.</param>
internal sealed record CollectedHits(List<ScoredDocument> Hits, FacetResult Facets)
{
    /// <summary>Number of hits. It is kept, because the list is later cut to the best hits.</summary>
    public int Total { get; } = Hits.Count;
}
