using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>Lists and counts the contents of an index.</summary>
internal static class BrowseLists
{
    /// <summary>Returns the speakers, sorted by name.</summary>
    public static IReadOnlyList<NamedCount> Speakers(DocumentValues docValues) =>
        [.. Count(docValues, docValues.Speakers, DocumentValues.KeyOfName).Select(v => v.Named)
            .OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the tags, most used first.</summary>
    public static IReadOnlyList<NamedCount> Tags(DocumentValues docValues) =>
        [.. Count(docValues, docValues.Tags, DocumentValues.KeyOfTag).Select(v => v.Named).OrderByDescending(v => v.Talks)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the events that have talks, newest first.</summary>
    public static IReadOnlyList<NamedCount> Events(DocumentValues docValues) =>
        [.. Count(docValues, docValues.Events, DocumentValues.KeyOfName, talksOnly: true).OrderByDescending(v => v.LastDay)
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
            Speakers = Count(docValues, docValues.Speakers, DocumentValues.KeyOfName).Count,
            Events = Count(docValues, docValues.Events, DocumentValues.KeyOfName, talksOnly: true).Count,
            Tags = Count(docValues, docValues.Tags, DocumentValues.KeyOfTag).Count,
            CodeBlocks = snapshot.Record.CodeBlocks,
            Years = days.Count == 0 ? null : (DateOnly.FromDayNumber(days.Min()).Year, DateOnly.FromDayNumber(days.Max()).Year),
            Languages = [.. Count(docValues, docValues.Languages, static language => language).Where(v => v.Named.Name != Schema.NoLanguage)
                .Select(v => new FacetValue(v.Named.Name, v.Named.Talks)).OrderByDescending(v => v.Count)
                .ThenBy(v => v.Value, StringComparer.Ordinal)],
            Generation = snapshot.Generation,
            BuiltAt = snapshot.Record.BuiltAt,
            Bytes = bytes,
        };
    }

    /// <summary>Counts the live documents of each value of a facet. Post documents can be left out, since they are not talks of their
    /// event.</summary>
    private static List<(NamedCount Named, int LastDay)> Count(DocumentValues docValues, FacetDocValues facet, Func<string, string> key,
        bool talksOnly = false)
    {
        var (counts, last) = (new int[facet.Names.Length], new int[facet.Names.Length]);
        for (var doc = 0; doc < docValues.Live.Length; doc++)
        {
            if (!docValues.Live[doc] || (talksOnly && docValues.IsPost(doc)))
                continue;
            foreach (var value in facet.Of(doc))
            {
                counts[value]++;
                last[value] = Math.Max(last[value], docValues.Days[doc]);
            }
        }

        var found = new List<(NamedCount, int)>();
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] > 0)
                found.Add((new NamedCount(facet.Names[value], key(facet.Names[value]), counts[value]), last[value]));
        }

        return found;
    }
}
