using System.Globalization;
using System.Text;

namespace SearchNotes.Posts.Pages;

/// <summary>Patterns for the addresses of pages: <c>/:year/:month/:title/</c>, also with braces as Pelican writes them.</summary>
internal static class PermalinkPattern
{
    /// <summary>Replaces each token by its value.</summary>
    /// <param name="pattern">The pattern, with <c>:name</c> tokens.</param>
    /// <param name="value">The value of a token; <see langword="null"/> when the post has none or the token is unknown.</param>
    /// <returns>The path, or <see langword="null"/> when a value is missing.</returns>
    internal static string? Expand(string pattern, Func<string, string?> value)
    {
        var path = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var length = 0;
            while (pattern[i] == ':' && i + 1 + length < pattern.Length && (char.IsAsciiLetterLower(pattern[i + 1 + length]) || pattern[i + 1 + length] == '_'))
                length++;
            if (length == 0)
            {
                path.Append(pattern[i++]);
                continue;
            }

            if (value(pattern.Substring(i + 1, length)) is not { } text)
                return null;
            path.Append(text);
            i += 1 + length;
        }

        return path.ToString();
    }

    /// <summary>{date:%Y}/{slug}.html → :year/:slug.html.</summary>
    internal static string FromBraces(string pattern)
    {
        var plain = new StringBuilder(pattern);
        foreach (var (code, token) in ((string, string)[])[("%Y", "year"), ("%m", "month"), ("%d", "day"), ("%b", "month_name"), ("%j", "y_day")])
            plain.Replace($"{{date:{code}}}", ":" + token);
        return plain.Replace('{', ':').Replace("}", "").ToString();
    }

    /// <summary>The value of a token that is part of the date; <see langword="null"/> without a date, and for other tokens.</summary>
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
        return format is not null ? day.ToString(format, CultureInfo.InvariantCulture)
            : token is "y_day" or "yearday" ? day.DayOfYear.ToString(token == "y_day" ? "000" : "0", CultureInfo.InvariantCulture)
            : null;
    }
}
