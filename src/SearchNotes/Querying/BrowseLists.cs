using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Lists and counts the contents of an index.</summary>
internal static class BrowseLists
{
    /// <summary>Returns the speakers, sorted by name.</summary>
    public static IReadOnlyList<NamedCount> Speakers(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Speaker)
            .OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the tags, most used first.</summary>
    public static IReadOnlyList<NamedCount> Tags(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Tag).OrderByDescending(v => v.Talks)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the events that have talks, newest first.</summary>
    public static IReadOnlyList<NamedCount> Events(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Event, talksOnly: true).OrderByDescending(v => v.LastDay)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the kinds that documents have, by their names.</summary>
    public static IReadOnlyList<NamedCount> Kinds(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Kind).Select(v => Facet.Kind.Displayed(v.Name) is var name ? v with { Name = name, Slug = name } : v)];

    /// <summary>Returns the index statistics.</summary>
    public static IndexStats Stats(Snapshot snapshot, long bytes)
    {
        var docValues = snapshot.DocumentValues;
        var days = docValues.Days.Where((day, doc) => day > 0 && docValues.Live[doc]).ToList();
        return new IndexStats
        {
            Posts = snapshot.Record.Posts,
            Talks = snapshot.Record.Talks,
            Documents = snapshot.Record.Documents,
            Speakers = Count(docValues, Facet.Speaker).Count,
            Events = Count(docValues, Facet.Event, talksOnly: true).Count,
            Tags = Count(docValues, Facet.Tag).Count,
            CodeBlocks = snapshot.Record.CodeBlocks,
            Years = days.Count == 0 ? null : (DateOnly.FromDayNumber(days.Min()).Year, DateOnly.FromDayNumber(days.Max()).Year),
            Languages = [.. Count(docValues, Facet.Language).Where(v => v.Name != Schema.NoLanguage)
                .Select(v => new FacetValue(v.Name, v.Talks)).OrderByDescending(v => v.Count)
                .ThenBy(v => v.Value, StringComparer.Ordinal)],
            Generation = snapshot.Generation,
            BuiltAt = snapshot.Record.BuiltAt,
            Bytes = bytes,
        };
    }

    /// <summary>Counts the live documents of each value of a facet. Post documents can be left out, since they are not talks of their
    /// event.</summary>
    private static List<NamedCount> Count(DocumentValues docValues, Facet facet, bool talksOnly = false)
    {
        var values = docValues.Of(facet);
        var found = new Tally[values.Names.Length];
        for (var doc = 0; doc < docValues.Live.Length; doc++)
        {
            if (!docValues.Live[doc] || (talksOnly && docValues.IsPost(doc)))
                continue;
            foreach (var value in values.Of(doc))
                found[value].Add(docValues.Days[doc]);
        }

        var places = facet == Facet.Event ? Places(docValues, values) : null;
        var counts = new List<NamedCount>();
        for (var value = 0; value < found.Length; value++)
        {
            if (found[value] is not { Count: > 0 } tally)
                continue;
            var name = values.Names[value];
            counts.Add(new NamedCount(name, facet.KeyOf(name), tally.Count)
            {
                FirstDay = tally.First == 0 ? null : DateOnly.FromDayNumber(tally.First),
                LastDay = tally.Last == 0 ? null : DateOnly.FromDayNumber(tally.Last),
                Location = places?[value],
            });
        }

        return counts;
    }

    /// <summary>Returns the place that most documents of each value name; of equally frequent ones the first by name.</summary>
    private static string?[] Places(DocumentValues docValues, FacetDocValues values)
    {
        var (places, of) = docValues.Locations;
        var uses = new Dictionary<(int Value, int Place), int>();
        for (var doc = 0; doc < of.Length; doc++)
        {
            if (!docValues.Live[doc] || of[doc] < 0)
                continue;
            foreach (var value in values.Of(doc))
                uses[(value, of[doc])] = uses.GetValueOrDefault((value, of[doc])) + 1;
        }

        var best = new string?[values.Names.Length];
        foreach (var use in uses.OrderByDescending(use => use.Value).ThenBy(use => places[use.Key.Place], StringComparer.Ordinal))
            best[use.Key.Value] ??= places[use.Key.Place];
        return best;
    }

    /// <summary>The documents of a value so far.</summary>
    private record struct Tally(int Count, int First, int Last)
    {
        public void Add(int day)
        {
            Count++;
            if (day == 0)
                return;
            First = First == 0 ? day : Math.Min(First, day);
            Last = Math.Max(Last, day);
        }
    }
}
