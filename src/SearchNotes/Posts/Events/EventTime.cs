using System.Globalization;
using System.Text.RegularExpressions;
using SearchNotes.Posts.Dates;
using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Events;

/// <summary>When an event took place, as far as its post says so.</summary>
/// <param name="Day">The day at the event, or <see langword="null"/>.</param>
/// <param name="Year">The year of the event, or <see langword="null"/>.</param>
internal readonly partial record struct EventTime(DateOnly? Day, int? Year)
{
    private const int FirstYear = 1970;

    /// <summary>A title is searched up to here.</summary>
    private const int MaxCharacters = 300;

    /// <summary>Returns when the event of a post took place: by its front matter, else by the title of the event or of the post, else by
    /// the name of a folder. Notes are not older than the event, so a year after that of the post is ignored.</summary>
    /// <param name="given">The day that the front matter gives.</param>
    /// <param name="eventTitle">The name of the event, or <see langword="null"/>.</param>
    /// <param name="title">The title of the post.</param>
    /// <param name="path">The path of the post.</param>
    /// <param name="date">The date of the post.</param>
    internal static EventTime Find(DateOnly? given, string? eventTitle, string title, PostPath path, DateOnly? date)
    {
        if (given is { } day)
            return new(day, day.Year);
        if (eventTitle is not null)
        {
            foreach (var text in (ReadOnlySpan<string>)[eventTitle, title])
            {
                if (DayIn(text) is { } named && IsPossible(named.Year, date))
                    return new(named, named.Year);
            }

            if ((YearIn(eventTitle, date) ?? YearIn(title, date)) is { } year)
                return new(null, year);
        }

        return InFolders(eventTitle is not null, path, date);
    }

    /// <summary>Returns the day of a folder such as <c>2013-07-06-pycon</c> if its year is not that of the post, else the year of a folder
    /// such as <c>pycon-2013</c>. A folder <c>2013</c> tells of the event only if the post has one.</summary>
    private static EventTime InFolders(bool hasEvent, PostPath path, DateOnly? date)
    {
        var folders = path.IsIndex ? [.. path.Folders, path.Name] : path.Folders;
        for (var i = folders.Count - 1; i >= 0; i--)
        {
            if (PathDate.InName(folders[i], out var rest) is { } day)
            {
                var isOther = IsPossible(day.Year, date) && day.Year != date?.Year;
                if (isOther && (hasEvent || rest.Any(char.IsLetter)))
                    return new(day, day.Year);
                continue;
            }

            if ((hasEvent || folders[i].Any(char.IsLetter)) && YearIn(folders[i], date) is { } year)
                return new(null, year);
        }

        return default;
    }

    /// <summary>Returns the last year in a text, also where it is glued to a name: lca2010. Longer numbers and ES2015 are no years of an
    /// event.</summary>
    private static int? YearIn(string text, DateOnly? date)
    {
        foreach (var match in YearPattern().Matches(Cut(text)).Reverse())
        {
            var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            if (IsPossible(year, date) && match.Groups["name"].Length is 0 or > 2)
                return year;
        }

        return null;
    }

    /// <summary>Returns a day written out in a title: "6 July 2013", "July 6th, 2013", "2013-07-06".</summary>
    private static DateOnly? DayIn(string text)
    {
        foreach (var match in DayPattern().Matches(Cut(text)).AsEnumerable())
        {
            if (PostDate.Read(match.Value) is { Day: { } day, Doubt: null })
                return day;
        }

        return null;
    }

    private static string Cut(string text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters];

    private static bool IsPossible(int year, DateOnly? date) => year >= FirstYear && (date is not { } post || year <= post.Year);

    [GeneratedRegex(@"(?:^|[^\p{L}\p{Nd}])(?<name>\p{L}*)(?<year>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();

    [GeneratedRegex(
        @"\b[0-9]{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?[0-9]{4}\b|\b\p{L}{3,10}\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+[0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex DayPattern();
}
