using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Shapes the facet counts of another engine as those of an index of our own.</summary>
internal static class RemoteFacets
{
    /// <summary>Maximum number of values that a facet returns.</summary>
    private const int MaxValues = 20;

    /// <summary>Returns the facets.</summary>
    /// <param name="counts">Keys with document counts of each facet, most frequent first.</param>
    /// <param name="names">The displayed spellings.</param>
    public static FacetResult Of(IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> counts, NameTable names) => new(facet =>
    {
        if (!counts.TryGetValue(facet, out var values))
            return [];
        var top = values.Take(MaxValues).Where(value => value.Value.Length > 0)
            .Select(value => value with { Value = names.NameOf(facet, value.Value) });
        var sorted = facet == Facet.Year
            ? top.OrderByDescending(value => value.Value, StringComparer.Ordinal)
            : top.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
        return [.. sorted.Select(value => value with { Value = facet.Displayed(value.Value) })];
    });
}
