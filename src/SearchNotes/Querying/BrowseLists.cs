using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Lists and counts the contents of an index.</summary>
internal static class BrowseLists
{
    /// <summary>Returns the speakers, sorted by name.</summary>
    public static IReadOnlyList<NamedCount> Speakers(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Speaker).Select(v => v.Named)
            .OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the tags, most used first.</summary>
    public static IReadOnlyList<NamedCount> Tags(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Tag).Select(v => v.Named).OrderByDescending(v => v.Talks)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the events that have talks, newest first.</summary>
    public static IReadOnlyList<NamedCount> Events(DocumentValues docValues) =>
        [.. Count(docValues, Facet.Event, talksOnly: true).OrderByDescending(v => v.LastDay)
            .ThenBy(v => v.Named.Name, StringComparer.OrdinalIgnoreCase).Select(v => v.Named)];

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
            Languages = [.. Count(docValues, Facet.Language).Where(v => v.Named.Name != Schema.NoLanguage)
                .Select(v => new FacetValue(v.Named.Name, v.Named.Talks)).OrderByDescending(v => v.Count)
                .ThenBy(v => v.Value, StringComparer.Ordinal)],
            Generation = snapshot.Generation,
            BuiltAt = snapshot.Record.BuiltAt,
            Bytes = bytes,
        };
    }

    /// <summary>Counts the live documents of each value of a facet. Post documents can be left out, since they are not talks of their
    /// event.</summary>
    private static List<(NamedCount Named, int LastDay)> Count(DocumentValues docValues, Facet facet, bool talksOnly = false)
    {
        var values = docValues.Of(facet);
        var (counts, last) = (new int[values.Names.Length], new int[values.Names.Length]);
        for (var doc = 0; doc < docValues.Live.Length; doc++)
        {
            if (!docValues.Live[doc] || (talksOnly && docValues.IsPost(doc)))
                continue;
            foreach (var value in values.Of(doc))
            {
                counts[value]++;
                last[value] = Math.Max(last[value], docValues.Days[doc]);
            }
        }

        var found = new List<(NamedCount, int)>();
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] > 0)
                found.Add((new NamedCount(values.Names[value], facet.KeyOf(values.Names[value]), counts[value]), last[value]));
        }

        return found;
    }
}
