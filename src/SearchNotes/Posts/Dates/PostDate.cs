using System.Globalization;

namespace SearchNotes.Posts.Dates;

/// <summary>A date read from a post.</summary>
/// <param name="Day">The day; <see langword="null"/> if the text is not a date.</param>
/// <param name="Doubt">The assumption that had to be made; <see langword="null"/> if the date is unambiguous.</param>
internal readonly record struct PostDate(DateOnly? Day, string? Doubt = null)
{
    // No notes are older than computers, and Hugo writes 0001-01-01 for "no date".
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const int MaxCharacters = 64;

    /// <summary>Parses a date, optionally followed by a time. The day is that of the time zone in which it was written.</summary>
    /// <remarks>2013-07-07T10:00+09:00, 2013/7/7, 20130707, 7.7.2013, 7 July 2013, July 7th, 2013, 7 juillet 2013, 2013年7月7日,
    /// 1373155200.</remarks>
    internal static PostDate Read(string text)
    {
        text = text.Trim().Trim('"', '\'');
        if (text.Length is 0 or > MaxCharacters)
            return default;

        var parts = Parts(text);
        var month = parts.FindIndex(p => p.Month > 0);
        return parts switch
        {
            [{ Digits: 8 or 14 } whole, ..] => ReadCompact(whole.Text),
            [{ Digits: 10 or 13 } seconds] => ReadUnixTime(seconds.Text),
            [{ Digits: 4 } year, .. var rest] => ReadYearFirst(year.Number, rest),
            _ when month >= 0 => ReadNamedMonth(parts, month),
            [{ Digits: 1 or 2 } first, { Digits: 1 or 2 } second, { Digits: 4 } year, ..] =>
                ReadYearLast(text, first.Number, second.Number, year.Number),
            _ => default,
        };
    }

    /// <summary>Returns the day, or <see langword="null"/> if the calendar has no such day.</summary>
    internal static DateOnly? OnCalendar(int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
            return null;
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private readonly record struct Part(string Text, int Digits, int Number, int Month);

    /// <summary>Returns the numbers and month names in the text, up to the time of day.</summary>
    private static List<Part> Parts(string text)
    {
        var parts = new List<Part>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var isNumber = char.IsAsciiDigit(text[i]);
            while (i < text.Length && (isNumber ? char.IsAsciiDigit(text[i]) : char.IsLetter(text[i])))
                i++;

            var part = text[start..i];
            if (isNumber && i < text.Length && text[i] == ':')
                i = AfterTime(text, i);
            else if (isNumber)
                parts.Add(new Part(part, part.Length, part.Length < 10 ? int.Parse(part, CultureInfo.InvariantCulture) : 0, 0));
            else if (part.Length > 2 && MonthNames.Find(part) is > 0 and var month)
                parts.Add(new Part(part, 0, 0, month));
            i = Math.Max(i, start + 1);
        }

        return parts;
    }

    // 10:00:23.000 +0900. The year may follow, as in "Sun Jul  7 10:00:00 2013".
    private static int AfterTime(string text, int i)
    {
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is ':' or '.' or '+' or '-'))
            i++;
        return i;
    }

    private static PostDate ReadCompact(string digits) => new(OnCalendar(Number(digits, 0, 4), Number(digits, 4, 2), Number(digits, 6, 2)));

    private static PostDate ReadUnixTime(string digits)
    {
        var seconds = long.Parse(digits.AsSpan(0, 10), CultureInfo.InvariantCulture);
        return new(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).DateTime));
    }

    private static PostDate ReadYearFirst(int year, IReadOnlyList<Part> rest) => rest switch
    {
        [{ Digits: <= 2 } month, { Digits: 1 or 2 } day, ..] => new(OnCalendar(year, Math.Max(month.Number, month.Month), day.Number)),
        [{ Digits: <= 2 } month] => WithoutDay(year, Math.Max(month.Number, month.Month)),
        _ => default,
    };

    private static PostDate ReadNamedMonth(List<Part> parts, int month)
    {
        var year = parts.Find(p => p.Digits == 4);
        var day = parts.Find(p => p.Digits is 1 or 2);
        return year.Number == 0 ? default
            : day.Digits == 0 ? WithoutDay(year.Number, parts[month].Month)
            : new(OnCalendar(year.Number, parts[month].Month, day.Number));
    }

    /// <summary>Reads dates that end with the year. In 7.7.2013 the day always comes first; with slashes or hyphens, US dates put the
    /// month first.</summary>
    private static PostDate ReadYearLast(string text, int first, int second, int year)
    {
        if (text.Contains('.', StringComparison.Ordinal) || first > 12)
            return new(OnCalendar(year, second, first));
        var day = OnCalendar(year, first, second);
        return new(day, day is not null && second <= 12 && first != second
            ? "may have day and month swapped; it is read month first" : null);
    }

    private static PostDate WithoutDay(int year, int month) =>
        new(OnCalendar(year, month, 1), "has no day; the first of the month is used");

    private static int Number(string digits, int start, int length) =>
        int.Parse(digits.AsSpan(start, length), CultureInfo.InvariantCulture);
}
