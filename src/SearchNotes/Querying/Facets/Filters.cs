using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying.Facets;

/// <summary>Builds conditions that do not affect the score from the filter values of requests and queries.</summary>
internal static class Filters
{
    /// <summary>Returns a condition for documents with at least one of the values.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="values">The requested values, as names or slugs.</param>
    /// <param name="key">Returns the key that all spellings of a value share.</param>
    public static Func<int, bool> AnyOf(FacetDocValues facet, IReadOnlyList<string> values, Func<string, string> key)
    {
        var keys = values.Select(key).ToHashSet(StringComparer.Ordinal);
        var accepted = Array.ConvertAll(facet.Names, name => keys.Contains(key(name)));
        return doc =>
        {
            foreach (var value in facet.Of(doc))
            {
                if (accepted[value])
                    return true;
            }

            return false;
        };
    }

    /// <summary>Returns a condition for documents of one of the kinds.</summary>
    public static Func<int, bool> Kinds(DocumentValues docValues, IReadOnlyList<string> kinds) => AnyOf(
        docValues.Kinds,
        [.. kinds.Select(kind => Array.IndexOf(FacetTable.KindNames, kind.ToLowerInvariant()).ToString(CultureInfo.InvariantCulture))],
        static kind => kind);

    /// <summary>Returns a condition for documents of the years, given as 2013 or 2012..2014.</summary>
    public static Func<int, bool> Years(DocumentValues docValues, IReadOnlyList<string> years)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var year in years)
        {
            if (YearRange.TryRead(year, out var range))
                ranges.Add((FirstDay(range.First), FirstDay(range.Last + 1) - 1));
        }

        return doc => docValues.Days[doc] is > 0 and var day && ranges.Exists(r => day >= r.First && day <= r.Last);

        static int FirstDay(int year) => year <= 1 ? 1 : year > 9999 ? DateOnly.MaxValue.DayNumber + 1 : new DateOnly(year, 1, 1).DayNumber;
    }

    /// <summary>Returns a condition for documents with all of these kinds of content: code, qa, quote.</summary>
    public static Func<int, bool> Has(DocumentValues docValues, IReadOnlyList<string> parts)
    {
        var required = parts.Aggregate(ContentFlags.None, (all, part) => all | part.ToLowerInvariant() switch
        {
            "code" => ContentFlags.Code,
            "qa" => ContentFlags.Qa,
            "quote" => ContentFlags.Quote,
            _ => ContentFlags.None,
        });
        return doc => (docValues.ContentFlags[doc] & required) == required;
    }
}
