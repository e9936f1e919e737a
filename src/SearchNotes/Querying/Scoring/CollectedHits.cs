namespace SearchNotes.Querying.Scoring;

/// <summary>What was collected.</summary>
/// <param name="Hits">All hits, in any order; good until the scores are collected from again or given back.</param>
/// <param name="Facets">Their facets.</param>
internal sealed record CollectedHits(List<ScoredDocument> Hits, FacetResult Facets)
{
    /// <summary>How many hits there are. The list is shortened later, to the best of them.</summary>
    public int Total { get; } = Hits.Count;
}
