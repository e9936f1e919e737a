namespace SearchNotes.Talks.Readings;

/// <summary>Recognises the time in front of a title in a programme.</summary>
internal static class TitleTime
{
    /// <summary>The index behind the day of the week in "Saturday 10:00 Title"; a day counts only before a time.</summary>
    internal static int AfterWeekday(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        if (!Words.Weekdays.Has(text.AsSpan(at, end - at)))
            return at;
        var next = Skip.Dash(text, end);
        return OneTime(text, next) > next ? next : at;
    }

    /// <summary>The index behind a time and the room: "10:30", "10:30 - 11:15", "9h30", "14.00 Uhr", "[10:30]", "09:00 (Amphi
    /// bleu):".</summary>
    internal static int After(string text, int at)
    {
        var i = at < text.Length && text[at] is '[' or '(' ? at + 1 : at;
        var end = OneTime(text, i);
        if (end == i)
            return at;
        var next = Skip.Dash(text, end);
        var second = OneTime(text, next);
        if (second > next)
            end = second;
        if (end < text.Length && text[end] is ']' or ')')
            end++;
        return AfterRoom(text, Skip.Dash(text, end));
    }

    // "09:00 (Amphi bleu): Title": a room counts only between a time and a colon.
    private static int AfterRoom(string text, int at)
    {
        var close = at < text.Length && text[at] == '(' ? text.IndexOf(')', at) : -1;
        var colon = close < 0 ? -1 : Skip.Space(text, close + 1);
        return colon > 0 && colon < text.Length && text[colon] is ':' or '：' ? Skip.Dash(text, colon) : at;
    }

    private static int OneTime(string text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 2 && char.IsAsciiDigit(text[i]))
            i++;
        if (i == at || i >= text.Length || text[i] is not (':' or 'h' or '.' or 'H'))
            return at;
        var minutes = i + 1;
        // "14h : Title"
        if (text.AsSpan(i) is ['h' or 'H', ' ' or ':', ..] && Skip.Dash(text, minutes) > minutes + 1)
            return minutes;
        if (minutes + 1 >= text.Length || !char.IsAsciiDigit(text[minutes]) || !char.IsAsciiDigit(text[minutes + 1]))
            return at;
        i = minutes + 2;
        if (i < text.Length && char.IsAsciiDigit(text[i]))
            return at;
        var rest = text.AsSpan(i).TrimStart();
        foreach (var half in (ReadOnlySpan<string>)["am", "pm", "AM", "PM", "Uhr", "a.m.", "p.m."])
        {
            if (rest.StartsWith(half, StringComparison.Ordinal) && (rest.Length == half.Length || !char.IsLetter(rest[half.Length])))
                return text.Length - rest.Length + half.Length;
        }

        return i;
    }
}
