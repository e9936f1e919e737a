using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Events;

/// <summary>Joins the years of one event by the slug that they share.</summary>
internal static partial class EventSeries
{
    /// <summary>Returns the last year in the slug of an event, or <see langword="null"/>.</summary>
    public static int? YearIn(string slug) =>
        Find(slug) is { } year ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the slug without its last year; the slug itself when nothing else would remain.</summary>
    /// <remarks>pycon-australia-2013 → pycon-australia, lca2010 → lca, 2014-fosdem-brussels → fosdem-brussels.</remarks>
    public static string Of(string slug)
    {
        if (Find(slug) is not { } year)
            return slug;
        string[] parts = [slug[..year.Index].Trim('-'), slug[(year.Index + year.Length)..].Trim('-')];
        var rest = string.Join('-', parts.Where(part => part.Length > 0));
        return rest.Any(char.IsLetter) ? rest : slug;
    }

    private static Group? Find(string slug) => Year().Matches(slug) is [.., var last] ? last.Groups["year"] : null;

    [GeneratedRegex("(?:^|[^0-9])(?<year>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
