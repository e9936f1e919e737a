using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Talks;

namespace SearchNotes.Querying;

/// <summary>Lists and counts the contents of an index that another engine holds, as <see cref="BrowseLists"/> does.</summary>
internal static class RemoteLists
{
    /// <summary>Returns the speakers, sorted by name.</summary>
    public static IReadOnlyList<NamedCount> Speakers(NameTable names) =>
        [.. names.Of(Facet.Speaker).Select(OfDocuments).OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the tags, most used first.</summary>
    public static IReadOnlyList<NamedCount> Tags(NameTable names) =>
        [.. names.Of(Facet.Tag).Select(OfDocuments).OrderByDescending(v => v.Talks)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the events that have talks, newest first.</summary>
    public static IReadOnlyList<NamedCount> Events(NameTable names) =>
        [.. names.Of(Facet.Event).Where(value => value.Talks > 0).Select(OfTalks).OrderByDescending(v => v.LastDay)
            .ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the kinds that documents have, by their names.</summary>
    public static IReadOnlyList<NamedCount> Kinds(NameTable names) => [.. names.Of(Facet.Kind).Select(OfDocuments)
        .Select(v => Facet.Kind.Displayed(v.Name) is var name ? v with { Name = name, Slug = name } : v)];

    /// <summary>Returns whether any document is of a kind.</summary>
    public static bool Has(NameTable names, TalkKind kind) =>
        names.Of(Facet.Kind).Any(value => value.Key == Facet.Kind.KeyOfRequested(TalkKindNames.Of(kind)));

    /// <summary>Returns the index statistics.</summary>
    public static IndexStats Stats(Collection collection)
    {
        var (record, names) = (collection.Record, collection.Names);
        var years = names.Of(Facet.Year).Select(year => int.Parse(year.Key, CultureInfo.InvariantCulture)).ToList();
        return new IndexStats
        {
            Posts = record.Posts,
            Talks = record.Talks,
            Documents = record.Documents,
            Speakers = names.Of(Facet.Speaker).Count,
            Events = names.Of(Facet.Event).Count(value => value.Talks > 0),
            Tags = names.Of(Facet.Tag).Count,
            CodeBlocks = record.CodeBlocks,
            Years = years.Count == 0 ? null : (years.Min(), years.Max()),
            Languages = [.. names.Of(Facet.Language).Where(value => value.Name != Schema.NoLanguage)
                .Select(value => new FacetValue(value.Name, value.Documents)).OrderByDescending(v => v.Count)
                .ThenBy(v => v.Value, StringComparer.Ordinal)],
            Generation = collection.Generation,
            BuiltAt = record.BuiltAt,
            Bytes = collection.Bytes,
        };
    }

    private static NamedCount OfDocuments(NamedValue value) =>
        new(value.Name, value.Key, value.Documents) { FirstDay = value.Days?.First, LastDay = value.Days?.Last };

    private static NamedCount OfTalks(NamedValue value) => new(value.Name, value.Key, value.Talks)
    {
        FirstDay = value.TalkDays?.First,
        LastDay = value.TalkDays?.Last,
        Location = value.Place,
    };
}
