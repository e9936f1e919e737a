using System.Globalization;
using System.Text;

namespace SearchNotes.Posts.Pages;

/// <summary>Permalink patterns such as <c>/:year/:month/:title/</c>. Pelican's syntax with braces is converted.</summary>
internal static class PermalinkPattern
{
    /// <summary>The known tokens, except those of the date.</summary>
    internal static IReadOnlySet<string> Tokens { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "title", "slug", "slugorfilename", "slugorcontentbasename", "post_title", "name", "filename", "contentbasename", "basename", "path",
        "category", "categories", "slugified_categories", "section", "sections", "collection", "lang", "output_ext",
    };

    /// <summary>Replaces each token with its value.</summary>
    /// <param name="pattern">The pattern, with <c>:name</c> tokens.</param>
    /// <param name="value">Returns the value of a token; <see langword="null"/> if the post has none or the token is unknown.</param>
    /// <returns>The path, or <see langword="null"/> if a value is missing.</returns>
    internal static string? Expand(string pattern, Func<string, string?> value)
    {
        var path = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            if (TokenAt(pattern, i) is not { } token)
            {
                path.Append(pattern[i++]);
                continue;
            }

            if (value(token) is not { } text)
                return null;
            path.Append(text);
            i += 1 + token.Length;
        }

        return path.ToString();
    }

    /// <summary>Returns the unknown tokens of a pattern.</summary>
    internal static IEnumerable<string> UnknownTokens(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (TokenAt(pattern, i) is { } token && !Tokens.Contains(token) && OfDate(token, DateOnly.MaxValue) is null)
                yield return token;
        }
    }

    /// <summary>Returns the token name after a colon. A range, as in Hugo's <c>:sections[1:]</c>, is part of the name.</summary>
    private static string? TokenAt(string pattern, int colon)
    {
        if (pattern[colon] != ':')
            return null;
        var end = colon + 1;
        while (end < pattern.Length && (char.IsAsciiLetterLower(pattern[end]) || pattern[end] == '_'))
            end++;
        if (end == colon + 1)
            return null;
        var close = end < pattern.Length && pattern[end] == '[' ? pattern.IndexOf(']', end) : -1;
        return pattern[(colon + 1)..(close < 0 ? end : close + 1)];
    }

    /// <summary>Converts Pelican's syntax: {date:%Y}/{slug}.html → :year/:slug.html.</summary>
    internal static string FromBraces(string pattern)
    {
        var plain = new StringBuilder(pattern);
        foreach (var (code, token) in ((string, string)[])[("%Y", "year"), ("%m", "month"), ("%d", "day"), ("%b", "month_name"),
            ("%j", "y_day")])
        {
            plain.Replace($"{{date:{code}}}", ":" + token);
        }
        return plain.Replace('{', ':').Replace("}", "").ToString();
    }

    /// <summary>Returns the value of a date token; <see langword="null"/> if there is no date or the token is not a date token.</summary>
    internal static string? OfDate(string token, DateOnly? date)
    {
        if (date is not { } day)
            return null;

        var format = token switch
        {
            "year" => "yyyy",
            "short_year" => "yy",
            "month" => "MM",
            "i_month" => "%M",
            "day" => "dd",
            "i_day" => "%d",
            "month_name" or "monthname" or "long_month" => "MMMM",
            "short_month" => "MMM",
            "weekday" or "weekdayname" or "long_day" => "dddd",
            "short_day" => "ddd",
            _ => null,
        };
        if (token is "week" or "w_year" or "w_day")
            return OfWeek(token, day.ToDateTime(TimeOnly.MinValue));
        return format is not null ? day.ToString(format, CultureInfo.InvariantCulture)
            : token is "y_day" or "yearday" ? day.DayOfYear.ToString(token == "y_day" ? "000" : "0", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Returns a part of the ISO 8601 week date: the two-digit week, the week's year, or the day from 1 (Monday).</summary>
    private static string OfWeek(string token, DateTime day) => token switch
    {
        "week" => ISOWeek.GetWeekOfYear(day).ToString("00", CultureInfo.InvariantCulture),
        "w_year" => ISOWeek.GetYear(day).ToString(CultureInfo.InvariantCulture),
        _ => (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek).ToString(CultureInfo.InvariantCulture),
    };
}
