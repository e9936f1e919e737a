using System.Text.RegularExpressions;
using SearchNotes.Posts.Dates;

namespace SearchNotes.Posts.Pages;

/// <summary>The day in the address of a page of Hexo, built in the time zone of its configuration.</summary>
internal static partial class HexoDay
{
    /// <summary>Returns the day of a post.</summary>
    /// <param name="page">The post.</param>
    /// <param name="zone">The time zone; <see langword="null"/> for UTC.</param>
    /// <remarks>By builds with Hexo 8: a time without an offset is taken as it is written. One with an offset in YAML's notation
    /// (<c>2020-01-02T02:00:00+09:00</c>) becomes the time in UTC, whatever the zone; one in another notation
    /// (<c>2020-01-02 02:00:00 +0900</c>) the time in the zone.</remarks>
    internal static DateOnly? Of(PageSource page, TimeZoneInfo? zone)
    {
        var written = page.FrontMatter.Keys.GetValueOrDefault("date") ?? "";
        if (!PostMoment.HasOffset(written) || PostMoment.Read(written) is not { } moment)
            return page.Date;
        var isYaml = YamlTime.IsMatch(written.Trim());
        return DateOnly.FromDateTime(isYaml ? moment.UtcDateTime : TimeZoneInfo.ConvertTime(moment, zone ?? TimeZoneInfo.Utc).DateTime);
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9:]{7,8}(?:\.[0-9]*)?[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex YamlTime { get; }
}
