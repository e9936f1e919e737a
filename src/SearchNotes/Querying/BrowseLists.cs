using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>What an index holds, listed and counted.</summary>
internal static class BrowseLists
{
    /// <summary>Speakers by name.</summary>
    public static IReadOnlyList<NamedCount> Speakers(DocumentValues columns) =>
        [.. Count(columns, columns.Speakers, DocumentValues.KeyOfName).Select(v => v.Named)
            .OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Tags, most used first.</summary>
    public static IReadOnlyList<NamedCount> Tags(DocumentValues columns) =>
        [.. Count(columns, columns.Tags, DocumentValues.KeyOfTag).Select(v => v.Named).OrderByDescending(v => v.Talks)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Events with talks, newest first.</summary>
    public static IReadOnlyList<NamedCount> Events(DocumentValues columns) =>
        [.. Count(columns, columns.Events, DocumentValues.KeyOfName, talksOnly: true).OrderByDescending(v => v.LastDay)
            .ThenBy(v => v.Named.Name, StringComparer.OrdinalIgnoreCase).Select(v => v.Named)];

    /// <summary>Counts of everything.</summary>
    public static IndexStats Stats(Snapshot snapshot, long bytes)
    {
        var columns = snapshot.DocumentValues;
        var days = columns.Days.Where((day, doc) => day > 0 && columns.Live[doc]).ToList();
        return new IndexStats
        {
            Posts = snapshot.Record.Posts,
            Talks = snapshot.Record.Talks,
            Documents = snapshot.Record.Documents,
            Speakers = Count(columns, columns.Speakers, DocumentValues.KeyOfName).Count,
            Events = Count(columns, columns.Events, DocumentValues.KeyOfName, talksOnly: true).Count,
            Tags = Count(columns, columns.Tags, DocumentValues.KeyOfTag).Count,
            CodeBlocks = snapshot.Record.CodeBlocks,
            Years = days.Count == 0 ? null : (DateOnly.FromDayNumber(days.Min()).Year, DateOnly.FromDayNumber(days.Max()).Year),
            Languages = [.. Count(columns, columns.Languages, static language => language).Where(v => v.Named.Name != Schema.NoLanguage)
                .Select(v => new FacetValue(v.Named.Name, v.Named.Talks)).OrderByDescending(v => v.Count)
                .ThenBy(v => v.Value, StringComparer.Ordinal)],
            Generation = snapshot.Generation,
            BuiltAt = snapshot.Record.BuiltAt,
            Bytes = bytes,
        };
    }

    /// <summary>The values of a facet that live documents have. What a post holds outside its talks is no talk of its event.</summary>
    private static List<(NamedCount Named, int LastDay)> Count(DocumentValues columns, FacetDocValues facet, Func<string, string> key,
        bool talksOnly = false)
    {
        var (counts, last) = (new int[facet.Names.Length], new int[facet.Names.Length]);
        for (var doc = 0; doc < columns.Live.Length; doc++)
        {
            if (!columns.Live[doc] || (talksOnly && columns.IsPost(doc)))
                continue;
            foreach (var value in facet.Of(doc))
            {
                counts[value]++;
                last[value] = Math.Max(last[value], columns.Days[doc]);
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
