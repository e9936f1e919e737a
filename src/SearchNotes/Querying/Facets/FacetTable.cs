namespace SearchNotes.Querying.Facets;

/// <summary>Counts the values of all facets. Hits are counted by speaker and by group of the other values, and groups by value at the end,
/// so that counting a hit increases two or three numbers.</summary>
/// <remarks>Counting facet by facet took a third of the time of a query over 298,000 talks, because of cache misses.</remarks>
internal sealed class FacetTable
{
    /// <summary>Maximum number of values that a facet returns.</summary>
    private const int MaxValues = 20;

    private readonly FacetDocValues[] facets;
    private readonly FacetGroups groups;
    private readonly int[] first;

    /// <summary>Builds the table.</summary>
    /// <param name="facets">Values of each facet, in the order of <see cref="Facet.All"/>.</param>
    /// <param name="maxDoc">Number of documents of the index, deleted ones included.</param>
    public FacetTable(FacetDocValues[] facets, int maxDoc)
    {
        this.facets = facets;
        first = new int[facets.Length + 1];
        for (var f = 0; f < facets.Length; f++)
            first[f + 1] = first[f] + facets[f].Names.Length;
        groups = new FacetGroups(facets, first, maxDoc);
    }

    /// <summary>The required length of an array of counts: a count for each value, then one for each group.</summary>
    public int Length => first[^1] + groups.Count;

    /// <summary>Counts a document in all facets, or only in the facet whose condition alone it fails.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="facet">Number of the facet; negative for all facets.</param>
    /// <param name="counts">Document counts by value and by group, which are increased.</param>
    public void Count(int doc, int facet, int[] counts)
    {
        if (facet >= 0)
        {
            CountValues(doc, facet, counts);
            return;
        }

        var (group, speaker, other) = groups.Of(doc);
        counts[first[^1] + group]++;
        if (speaker >= 0)
            counts[first[Facet.Speaker.Number] + speaker]++;
        if (other >= 0)
            counts[first[Facet.Speaker.Number] + other]++;
        if (speaker == FacetGroups.ManySpeakers)
            CountValues(doc, Facet.Speaker.Number, counts);
    }

    /// <summary>Returns the most frequent values of the facets that are asked for, years by number, the latest first.</summary>
    public FacetResult Shape(int[] counts, IReadOnlyList<Facet> asked)
    {
        groups.CountValues(counts.AsSpan(first[^1], groups.Count), counts);
        return new(facet =>
        {
            if (!asked.Contains(facet))
                return [];
            var top = Top(facet.Number, counts);
            if (facet == Facet.Year)
                top.Sort(static (a, b) => string.CompareOrdinal(b.Value, a.Value));
            return [.. top.Where(static value => value.Value.Length > 0).Select(value => value with { Value = facet.Displayed(value.Value) })];
        });
    }

    private void CountValues(int doc, int facet, int[] counts)
    {
        foreach (var value in facets[facet].Of(doc))
            counts[first[facet] + value]++;
    }

    /// <summary>The values by rank of their names, and the rank of each value: ties must not depend on the order in which posts were
    /// written.</summary>
    private (int[] Values, int[] Ranks)[] ByName => field ??= Array.ConvertAll(facets, facet =>
    {
        int[] sorted = [.. Enumerable.Range(0, facet.Names.Length).OrderBy(value => facet.Names[value], StringComparer.Ordinal)];
        var ranks = new int[sorted.Length];
        foreach (var (rank, value) in sorted.Index())
            ranks[value] = rank;
        return (sorted, ranks);
    });

    private List<FacetValue> Top(int facet, int[] counts)
    {
        var names = facets[facet].Names;
        var all = counts.AsSpan(first[facet], names.Length);
        var (byRank, ranks) = ByName[facet];
        // A place is a count in the upper half of a number, and the complement of a rank by name in the lower half.
        Span<ulong> places = stackalloc ulong[MaxValues];
        var (found, least) = (0, 1);
        for (var value = 0; value < all.Length; value++)
        {
            // Few of tens of thousands of values have a high enough count. The search skips the others many at a time.
            var step = all[value..].IndexOfAnyInRange(least, int.MaxValue);
            if (step < 0)
                break;
            value += step;
            found = Insert(((ulong)all[value] << 32) | ~(uint)ranks[value], places, found);

            // Once the list is full, a value must have the count of the last one, or a higher one. On a tie the first by name stays.
            if (found == MaxValues)
                least = (int)(places[^1] >> 32);
        }

        var top = new List<FacetValue>(found);
        foreach (var place in places[..found])
            top.Add(new FacetValue(names[byRank[~(uint)place]], (int)(place >> 32)));
        return top;
    }

    /// <summary>Inserts a number into a list that is sorted, the largest first. A full list loses its last number, or the new one.</summary>
    /// <returns>The new length of the list.</returns>
    private static int Insert(ulong place, Span<ulong> list, int length)
    {
        if (length == list.Length && place <= list[^1])
            return length;
        var at = length < list.Length ? length++ : length - 1;
        for (; at > 0 && list[at - 1] < place; at--)
            list[at] = list[at - 1];
        list[at] = place;
        return length;
    }
}
