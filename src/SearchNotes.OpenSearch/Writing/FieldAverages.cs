using SearchNotes.Indexing;

namespace SearchNotes.OpenSearch.Writing;

/// <summary>Average field lengths while documents are still being counted. They only order candidates, so close is good enough.</summary>
internal sealed class FieldAverages(GenerationTables tables)
{
    /// <summary>Typical lengths in words, in the order of <see cref="CollectionCounts.Fields"/>.</summary>
    private static readonly double[] Typical = [6, 3, 12, 200, 60, 4, 8, 40, 40];

    /// <summary>Number of documents that the typical lengths count as.</summary>
    private const double Weight = 50;

    /// <summary>Returns the averages so far.</summary>
    public IReadOnlyList<double> Now()
    {
        var lengths = tables.Lengths();
        return [.. Typical.Select((typical, i) =>
            ((typical * Weight) + (lengths[i].Sum / (double)CollectionCounts.LengthUnit)) / (Weight + lengths[i].Documents))];
    }
}
