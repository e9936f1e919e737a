using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Dates;

/// <summary>Reads the time of a post, which decides on which day a page is published and whether it is published yet.</summary>
internal static partial class PostMoment
{
    /// <summary>Returns the moment that a text names, such as <c>2020-01-02 23:00:00 -0800</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The time zone of a day without a time; a time without a zone is UTC, as in YAML.</param>
    /// <returns>The moment with the offset that is written; <see langword="null"/> if the text is not a date.</returns>
    internal static DateTimeOffset? Read(string? text, TimeZoneInfo? zone = null)
    {
        if (text is null || text.Length > 64 || Written().Match(text.Trim()) is not { Success: true } match)
            return null;
        if (!DateTime.TryParseExact(match.Groups["day"].Value, ["yyyy-M-d", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day))
        {
            return null;
        }
        if (!match.Groups["time"].Success)
            return new DateTimeOffset(day, (zone ?? TimeZoneInfo.Utc).GetUtcOffset(day));
        if (!TimeSpan.TryParseExact(match.Groups["time"].Value, [@"h\:mm", @"h\:mm\:ss", @"hh\:mm", @"hh\:mm\:ss"],
            CultureInfo.InvariantCulture, out var time))
        {
            return null;
        }
        var offset = match.Groups["offset"] is { Success: true } written ? Offset(written.Value) : TimeSpan.Zero;
        return offset is { } known ? new DateTimeOffset(day + time, known) : null;
    }

    /// <summary>Whether a text contains a time in addition to the day.</summary>
    internal static bool HasTime(string text) => text.Length <= 64 && Written().Match(text.Trim()) is { Success: true } match
        && match.Groups["time"].Success;

    /// <summary>Whether a text contains a time with its offset from UTC.</summary>
    internal static bool HasOffset(string text) => text.Length <= 64 && Written().Match(text.Trim()) is { Success: true } match
        && match.Groups["offset"].Success;

    private static TimeSpan? Offset(string written)
    {
        var digits = written.Replace(":", "", StringComparison.Ordinal);
        if (digits is "Z" or "z" or "UTC" or "GMT")
            return TimeSpan.Zero;
        var minutes = int.Parse(digits.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60
            + (digits.Length == 5 ? int.Parse(digits.AsSpan(3, 2), CultureInfo.InvariantCulture) : 0);
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(digits[0] == '-' ? -minutes : minutes);
    }

    [GeneratedRegex(
        @"^(?<day>[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})"
        + @"(?:[T \t]+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?[ \t]*"
        + @"(?<offset>Z|z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
