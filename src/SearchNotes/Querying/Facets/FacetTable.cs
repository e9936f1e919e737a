using System.Globalization;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Facets;

/// <summary>The values of all facets, document by document: what is counted for every hit of every query lies side by side.</summary>
/// <remarks>Counting column by column took a third of the time of a query over 298,000 talks, waiting for memory.</remarks>
internal sealed class FacetTable
{
    /// <summary>Most values that a facet shows.</summary>
    private const int MaxValues = 20;

    private readonly int[] starts;
    private readonly int[] values;

    /// <summary>Puts columns side by side.</summary>
    public FacetTable(IReadOnlyList<FacetDocValues> columns, int maxDoc)
    {
        Columns = columns;
        First = new int[columns.Count + 1];
        for (var f = 0; f < columns.Count; f++)
            First[f + 1] = First[f] + columns[f].Names.Length;

        starts = new int[maxDoc + 1];
        var all = new List<int>(maxDoc * columns.Count);
        for (var doc = 0; doc < maxDoc; doc++)
        {
            for (var f = 0; f < columns.Count; f++)
            {
                foreach (var value in columns[f].Of(doc))
                    all.Add(First[f] + value);
            }

            starts[doc + 1] = all.Count;
        }

        values = [.. all];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<FacetDocValues> Columns { get; }

    /// <summary>The number of each column's first value, and at the end how many values there are.</summary>
    public int[] First { get; }

    /// <summary>Counts a document in every facet, or in the one whose condition alone it fails.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="facet">The facet's number; below 0 for all.</param>
    /// <param name="counts">How many documents have each value so far.</param>
    public void Count(int doc, int facet, int[] counts)
    {
        var of = values.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);
        if (facet < 0)
        {
            foreach (var value in of)
                counts[value]++;
            return;
        }

        foreach (var value in of)
        {
            if (value >= First[facet] && value < First[facet + 1])
                counts[value]++;
        }
    }

    /// <summary>The most frequent values of each facet.</summary>
    public FacetResult Shape(int[] counts)
    {
        var kinds = Top(4, counts).Select(k => k with { Value = Filters.KindNames[int.Parse(k.Value, CultureInfo.InvariantCulture)] })
            .ToList();
        var years = Top(3, counts);
        years.Sort(static (a, b) => string.CompareOrdinal(b.Value, a.Value));
        var languages = Top(5, counts);
        languages.RemoveAll(static language => language.Value == Schema.NoLanguage);
        return new FacetResult(Top(0, counts), Top(1, counts), Top(2, counts), years, kinds, languages);
    }

    private List<FacetValue> Top(int facet, int[] counts)
    {
        var names = Columns[facet].Names;
        var all = counts.AsSpan(First[facet], names.Length);
        var best = new PriorityQueue<int, (int Count, int Order)>();
        var least = 1;
        for (var value = 0; value < all.Length; value++)
        {
            // Of tens of thousands of values few count: the others are passed over many at a time.
            var step = all[value..].IndexOfAnyInRange(least, int.MaxValue);
            if (step < 0)
                break;
            value += step;
            if (best.Count < MaxValues)
                best.Enqueue(value, (all[value], -value));
            else
                best.EnqueueDequeue(value, (all[value], -value));

            // Once there are enough, a value must have more than the last of them; a tie goes to the one before.
            if (best.Count == MaxValues && best.TryPeek(out _, out var last))
                least = last.Count + 1;
        }

        var top = new List<FacetValue>(best.Count);
        foreach (var (value, (count, _)) in best.UnorderedItems)
            top.Add(new FacetValue(names[value], count));
        top.Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
        return top;
    }
}
