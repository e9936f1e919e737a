using System.Runtime.InteropServices;

namespace SearchNotes.Querying.Facets;

/// <summary>Groups of documents with the same values in all facets but the speakers, as most talks of a post have.</summary>
internal sealed class FacetGroups
{
    /// <summary>In place of the first speaker of a document: there are more than two.</summary>
    public const int ManySpeakers = -2;

    private const int NoSpeaker = -1;

    /// <summary>Number of groups before a document that are compared with it. The documents of a post follow each other.</summary>
    private const int ComparedGroups = 8;

    private readonly List<int> starts = [0];
    private readonly List<int> values = [];

    private readonly Place[] places;

    /// <summary>Builds the groups.</summary>
    /// <param name="facets">Values of each facet, in the order of <see cref="Facet.All"/>.</param>
    /// <param name="first">The number that the first value of each facet gets among the values of all facets.</param>
    /// <param name="maxDoc">Number of documents of the index, deleted ones included.</param>
    public FacetGroups(FacetDocValues[] facets, int[] first, int maxDoc)
    {
        places = new Place[maxDoc];
        var own = new List<int>();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            own.Clear();
            for (var f = 0; f < facets.Length; f++)
            {
                foreach (var value in f == Facet.Speaker.Number ? [] : facets[f].Of(doc))
                    own.Add(first[f] + value);
            }

            var group = FindOrAdd(CollectionsMarshal.AsSpan(own));
            places[doc] = facets[Facet.Speaker.Number].Of(doc) switch
            {
                [] => new Place(group, NoSpeaker, NoSpeaker),
                [var speaker] => new Place(group, speaker, NoSpeaker),
                [var speaker, var other] => new Place(group, speaker, other),
                _ => new Place(group, ManySpeakers, NoSpeaker),
            };
        }
    }

    /// <summary>Number of groups.</summary>
    public int Count => starts.Count - 1;

    /// <summary>Returns the group and the speakers of a document.</summary>
    public Place Of(int doc) => places[doc];

    /// <summary>Adds the count of each group to the counts of its values.</summary>
    /// <param name="ofGroups">Document counts by group.</param>
    /// <param name="ofValues">Document counts by value, which are increased.</param>
    public void CountValues(ReadOnlySpan<int> ofGroups, Span<int> ofValues)
    {
        for (var group = 0; group < Count; group++)
        {
            // Few of thousands of groups have a count. The search skips the others many at a time.
            var step = ofGroups[group..].IndexOfAnyExcept(0);
            if (step < 0)
                return;
            group += step;
            foreach (var value in ValuesOf(group))
                ofValues[value] += ofGroups[group];
        }
    }

    private ReadOnlySpan<int> ValuesOf(int group) => CollectionsMarshal.AsSpan(values)[starts[group]..starts[group + 1]];

    private int FindOrAdd(ReadOnlySpan<int> own)
    {
        for (var group = Count - 1; group >= Math.Max(0, Count - ComparedGroups); group--)
        {
            if (ValuesOf(group).SequenceEqual(own))
                return group;
        }

        values.AddRange(own);
        starts.Add(values.Count);
        return Count - 1;
    }

    /// <summary>The group and the speakers of a document, side by side, because a hit is rarely in the processor's cache.</summary>
    /// <param name="Group">The group.</param>
    /// <param name="Speaker">The first speaker, <see cref="ManySpeakers"/>, or another negative number when there is none.</param>
    /// <param name="OtherSpeaker">The second speaker, or a negative number when there is none.</param>
    internal readonly record struct Place(int Group, int Speaker, int OtherSpeaker);
}
