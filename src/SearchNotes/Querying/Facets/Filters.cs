using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Querying.Syntax;
using SearchNotes.Talks;

namespace SearchNotes.Querying.Facets;

/// <summary>Conditions on a document that add nothing to its score, made from the values that people write.</summary>
internal static class Filters
{
    /// <summary>Kinds as the API writes them, by number.</summary>
    public static readonly string[] KindNames = ["talk", "keynote", "lightning_talk", "panel", "workshop", "q_and_a", "post"];

    /// <summary>Accepts documents with one of these values. A value may be written as a name, or as its slug.</summary>
    /// <param name="column">The facet.</param>
    /// <param name="values">What people wrote.</param>
    /// <param name="key">What two spellings of one value have in common.</param>
    public static Func<int, bool> AnyOf(FacetDocValues column, IReadOnlyList<string> values, Func<string, string> key)
    {
        var wanted = values.Select(key).ToHashSet(StringComparer.Ordinal);
        var accepted = Array.ConvertAll(column.Names, name => wanted.Contains(key(name)));
        return doc =>
        {
            foreach (var value in column.Of(doc))
            {
                if (accepted[value])
                    return true;
            }

            return false;
        };
    }

    /// <summary>Accepts documents of these kinds.</summary>
    public static Func<int, bool> Kinds(DocumentValues columns, IReadOnlyList<string> kinds) => AnyOf(
        columns.Kinds,
        [.. kinds.Select(kind => Array.IndexOf(KindNames, kind.ToLowerInvariant()).ToString(CultureInfo.InvariantCulture))],
        static kind => kind);

    /// <summary>Accepts documents of these years: 2013, 2012..2014.</summary>
    public static Func<int, bool> Years(DocumentValues columns, IReadOnlyList<string> years)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var year in years)
        {
            if (YearRange.TryRead(year, out var range))
                ranges.Add((FirstDay(range.First), FirstDay(range.Last + 1) - 1));
        }

        return doc => columns.Days[doc] is > 0 and var day && ranges.Exists(r => day >= r.First && day <= r.Last);

        static int FirstDay(int year) => year <= 1 ? 1 : year > 9999 ? DateOnly.MaxValue.DayNumber + 1 : new DateOnly(year, 1, 1).DayNumber;
    }

    /// <summary>Accepts documents that hold all of these: code, qa, quote.</summary>
    public static Func<int, bool> Has(DocumentValues columns, IReadOnlyList<string> parts)
    {
        var wanted = parts.Aggregate(ContentFlags.None, (all, part) => all | part.ToLowerInvariant() switch
        {
            "code" => ContentFlags.Code,
            "qa" => ContentFlags.Qa,
            "quote" => ContentFlags.Quote,
            _ => ContentFlags.None,
        });
        return doc => (columns.ContentFlags[doc] & wanted) == wanted;
    }

    /// <summary>The name of a kind.</summary>
    public static string NameOf(TalkKind kind) => KindNames[(int)kind];
}
