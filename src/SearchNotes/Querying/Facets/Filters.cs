using SearchNotes.Indexing;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying.Facets;

/// <summary>Builds the conditions for the filter values of requests and queries. Conditions restrict the hits and do not affect their
/// scores.</summary>
internal static class Filters
{
    /// <summary>Returns a condition for documents with at least one of the values of a facet.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="docValues">The values by document.</param>
    /// <param name="values">The requested values, such as names, slugs or ranges of years.</param>
    public static Func<int, bool> AnyOf(Facet facet, DocumentValues docValues, IReadOnlyList<string> values)
    {
        if (facet == Facet.Year)
            return Years(docValues, values);
        var keys = values.Select(facet.KeyOfRequested).ToHashSet(StringComparer.Ordinal);
        var all = docValues.Of(facet);
        var accepted = Array.ConvertAll(all.Names, name => keys.Contains(facet.KeyOf(name)));
        return doc =>
        {
            foreach (var value in all.Of(doc))
            {
                if (accepted[value])
                    return true;
            }

            return false;
        };
    }

    /// <summary>Returns a condition for documents with all of these kinds of content.</summary>
    /// <param name="docValues">The values by document.</param>
    /// <param name="names">Names from <see cref="ContentNames"/>.</param>
    public static Func<int, bool> Has(DocumentValues docValues, IReadOnlyList<string> names)
    {
        var required = names.Aggregate(ContentFlags.None, static (all, name) => all | ContentNames.FlagOf(name));
        return doc => (docValues.ContentFlags[doc] & required) == required;
    }

    /// <summary>Returns the first and last day of each range of years, given as 2013 or 2012..2014.</summary>
    public static List<(int First, int Last)> DaysOf(IReadOnlyList<string> years)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var year in years)
        {
            if (YearRange.TryRead(year, out var range))
                ranges.Add((FirstDay(range.First), FirstDay(range.Last + 1) - 1));
        }

        return ranges;

        static int FirstDay(int year) => year <= 1 ? 1 : year > 9999 ? DateOnly.MaxValue.DayNumber + 1 : new DateOnly(year, 1, 1).DayNumber;
    }

    private static Func<int, bool> Years(DocumentValues docValues, IReadOnlyList<string> years)
    {
        var ranges = DaysOf(years);
        return doc => docValues.Days[doc] is > 0 and var day && ranges.Exists(r => day >= r.First && day <= r.Last);
    }
}
