using System.Buffers;

namespace SearchNotes.Talks.Readings;

/// <summary>Cleans what is left of a heading when the speaker is taken away.</summary>
internal static class Topics
{
    private static readonly (char Open, char Close)[] Quotes =
        [('"', '"'), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('«', '»'), ('《', '》'), ('„', '“'), ('\'', '\'')];

    private const int LongestSlot = 18;

    private static readonly SearchValues<char> ChineseDigits = SearchValues.Create("一二三四五六七八九十");

    private static readonly SearchValues<char> QuoteSigns = SearchValues.Create("「」『』《》“”«»");

    private static readonly SearchValues<char> ShortcodeLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-");

    /// <summary>A topic without quotes around it, a trailing colon or dashes at its ends.</summary>
    internal static string Clean(string topic)
    {
        var text = WithoutCode(WithoutJoints(WithoutHashTag(topic)));
        if (text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal))
            text = text[..^1];
        foreach (var (open, close) in Quotes)
        {
            if (text.Length > 2 && text[0] == open && text[^1] == close && text.IndexOf(close, 1) == text.Length - 1)
                return text[1..^1].Trim();
        }

        return BehindSlot(text);
    }

    // "A year of rain (GRD412)", "A year of rain (Wed, 5 October, 9:00)": the code of a session in its programme, or its time.
    private static string WithoutCode(string text) =>
        text is [.., ')'] && text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open
        && (CodeLength(text, open + 2) == text.Length - open - 3 || HasTime(text.AsSpan(open))) ? text[..open] : text;

    private static bool HasTime(ReadOnlySpan<char> text)
    {
        for (var at = 1; at + 2 < text.Length; at++)
        {
            if (text[at] == ':' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]))
                return true;
        }

        return false;
    }

    // Two to five capitals and three digits; "ES2015" and "WWDC17" name something.
    private static int CodeLength(string text, int at)
    {
        var i = at;
        while (i < text.Length && char.IsAsciiLetterUpper(text[i]))
            i++;
        var letters = i - at;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return letters is >= 2 and <= 5 && i - at - letters == 3 ? i - at : 0;
    }

    // "「Title」 #ccc_a1": the tag under which people wrote about it.
    private static string WithoutHashTag(string topic)
    {
        var hash = topic.LastIndexOf(" #", StringComparison.Ordinal);
        return hash > 3 && hash + 3 < topic.Length && QuoteSigns.Contains(topic[hash - 1]) && topic.IndexOf(' ', hash + 1) < 0
            ? topic[..hash] : topic;
    }

    // "S505教室「Title」", "招待講演「Title」": what stands before the quotes is where and when, and the title is inside.
    private static string BehindSlot(string text)
    {
        if (text.Length < 8 || text[^1] is not ('」' or '』' or '》' or '”' or '»'))
            return text;
        var open = text.AsSpan().IndexOfAny(QuoteSigns);
        if (open is < 1 or > LongestSlot || open > text.Length - 3 || text.AsSpan(open + 1, text.Length - open - 2).ContainsAny(QuoteSigns))
            return text;
        return IsSlot(text[..open]) ? text[(open + 1)..^1].Trim() : text;
    }

    // "->", "--strict" and "::before" are what a talk is about, not what joins it to its speaker.
    private static string WithoutJoints(string text)
    {
        char[] joints = [' ', '\u3000', ',', '-', '–', '—', '―', ':', '：', '|', '·', '/'];
        text = text.TrimEnd(joints);
        while (text.Length > 0 && (text[0] == '>' || joints.Contains(text[0])) && !BeginsWithOperator(text))
            text = text[1..];
        return text;
    }

    private static bool BeginsWithOperator(string text) =>
        text.StartsWith("->", StringComparison.Ordinal) || text.StartsWith("|>", StringComparison.Ordinal)
            || (text.Length > 2 && text[0] is '-' or ':' && text[1] == text[0] && char.IsAsciiLetter(text[2]));

    /// <summary>Whether what stands before a quoted title says where and when: "招待講演", "3コマ目".</summary>
    internal static bool IsSlot(string text) =>
        text.Length is > 0 and <= LongestSlot && text.ToLowerInvariant() is var slot
        && Words.SlotParts.Any(part => slot.Contains(part, StringComparison.Ordinal));

    /// <summary>Whether what follows an event's name counts days and parts instead of naming a topic: "Day One", "Part 2", "a
    /// recap".</summary>
    internal static bool IsPart(string text) =>
        HeadingWords.Count(text) <= 1 || Words.GroupStarts.Has(FirstWord(text)) || HeadingRoles.OfText(text) == HeadingRole.Group
        || Words.Recaps.HasAnyOf(text) || (HeadingWords.Count(text) <= 3 && text.Any(char.IsAsciiDigit));

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : text.AsSpan(0, space);
    }

    /// <summary>Takes a number, letter, time or counting word from the front: <c>Chapitre 3 : T</c>, <c>B. T</c>, <c>10:30 – T</c>,
    /// <c>Two: T</c> → T.</summary>
    /// <returns>What was taken ("" for nothing) and the rest, which is never empty unless the text is.</returns>
    internal static (string Prefix, string Topic) WithoutNumber(string text)
    {
        var start = 0;
        for (var next = AfterOne(text, start); next > start && next < text.Length; next = AfterOne(text, start))
            start = next;
        return (text[..start].Trim(), text[start..]);
    }

    private static int AfterOne(string text, int start)
    {
        var i = SkipSpace(text, SkipSigns(text, start));
        if (AfterWeekday(text, i) is var day && day > i)
            i = day;
        if (AfterTime(text, i) is var time && time > i)
            return time;
        if (AfterCode(text, i) is var code && code > i)
            return code;
        if (AfterOrdinal(text, i) is var ordinal && ordinal > i)
            return ordinal;
        if (AfterCounter(text, i) is var counter && counter > i)
            return counter;
        return AfterMark(text, i) is var mark && mark > i ? mark : i > SkipSpace(text, start) ? i : start;
    }

    // "GRD412 - Title", "[Keynote] Title"
    private static int AfterCode(string text, int at)
    {
        if (at < text.Length && text[at] == '[' && text.IndexOf("] ", at, StringComparison.Ordinal) is var close && close > at
            && Words.Counters.Has(text.AsSpan(at + 1, close - at - 1)))
        {
            return SkipSpace(text, close + 1);
        }
        var end = at + CodeLength(text, at);
        var next = SkipDash(text, end);
        return end > at && next > SkipSpace(text, end) && HeadingWords.Count(text[next..]) >= 2 ? next : at;
    }

    // A flag or another picture before the title, or ":coffee:", and 【16-C-1】.
    private static int SkipSigns(string text, int at)
    {
        var i = SkipSpace(text, at);
        if (i < text.Length && text[i] is '【' or '［' && text.IndexOfAny(['】', '］'], i) is var close && close > i && close - i < 24)
            return SkipSpace(text, close + 1);
        if (i < text.Length && text[i] == ':' && text.IndexOf(": ", i + 1, StringComparison.Ordinal) is var colon && colon > i + 1
            && text.AsSpan(i + 1, colon - i - 1).IndexOfAnyExcept(ShortcodeLetters) < 0)
        {
            return SkipSpace(text, colon + 1);
        }
        i = at;
        while (i < text.Length && (char.IsSurrogate(text[i]) || text[i] is (>= '\u2600' and <= '\u27BF') or '\uFE0F' or '~'))
            i++;
        return i < text.Length && i > at && text[i] == ' ' ? i : at;
    }

    // "Saturday 10:00 Title": a day of the week counts only before a time.
    private static int AfterWeekday(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        if (!Words.Weekdays.Has(text.AsSpan(at, end - at)))
            return at;
        var next = SkipDash(text, end);
        return OneTime(text, next) > next ? next : at;
    }

    // "10:30", "10:30 - 11:15", "9h30", "14.00 Uhr", "[10:30]"
    private static int AfterTime(string text, int at)
    {
        var i = at < text.Length && text[at] is '[' or '(' ? at + 1 : at;
        var end = OneTime(text, i);
        if (end == i)
            return at;
        var next = SkipDash(text, end);
        var second = OneTime(text, next);
        if (second > next)
            end = second;
        if (end < text.Length && text[end] is ']' or ')')
            end++;
        return AfterRoom(text, SkipDash(text, end));
    }

    // "09:00 (Amphi bleu): Title": a room counts only between a time and a colon.
    private static int AfterRoom(string text, int at)
    {
        var close = at < text.Length && text[at] == '(' ? text.IndexOf(')', at) : -1;
        var colon = close < 0 ? -1 : SkipSpace(text, close + 1);
        return colon > 0 && colon < text.Length && text[colon] is ':' or '：' ? SkipDash(text, colon) : at;
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
        if (text[i] is 'h' or 'H' && minutes < text.Length && text[minutes] is ' ' or ':' && SkipDash(text, minutes) > minutes + 1)
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

    // "一、", "十二．"
    private static int AfterNumeral(string text, int at)
    {
        var i = at;
        while (i < text.Length && ChineseDigits.Contains(text[i]))
            i++;
        return i > at && i < text.Length && text[i] is '、' or '．' or '.' ? SkipSpace(text, i + 1) : at;
    }

    // "第一部分：", "第3章 "
    private static int AfterOrdinal(string text, int at)
    {
        if (AfterNumeral(text, at) is var numeral && numeral > at)
            return numeral;
        if (at + 3 >= text.Length || text[at] != '第')
            return at;
        var i = at + 1;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || ChineseDigits.Contains(text[i])))
            i++;
        foreach (var unit in (ReadOnlySpan<string>)["部分", "部", "章", "節", "节", "回", "場", "场", "讲", "講", "個", "个"])
        {
            if (i > at + 1 && text.AsSpan(i).StartsWith(unit, StringComparison.Ordinal) && SkipDash(text, i + unit.Length) is var end
                && end > i + unit.Length)
            {
                return end;
            }
        }

        return at;
    }

    // "Chapitre 3 :", "Two:", "Talk #4 -", "Session Four:", "Keynote:"
    private static int AfterCounter(string text, int at)
    {
        var i = at;
        while (i < text.Length
            && (char.IsLetter(text[i])
                || (text[i] == ' ' && i + 1 < text.Length
                    && text.AsSpan(at, i - at).Equals("lightning", StringComparison.OrdinalIgnoreCase))))
        {
            i++;
        }
        if (i == at || !Words.Counters.Has(text.AsSpan(at, i - at)))
            return at;
        var afterWord = i;
        i = SkipSpace(text, i);
        if (i < text.Length && text[i] == '#')
            i++;
        var number = i;
        while (i < text.Length
            && (char.IsLetterOrDigit(text[i])
                || (text[i] is '_' or '-' or '.' && i > number && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length
                    && char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }
        var isNumber = i > number
            && (char.IsAsciiDigit(text[number]) || Words.Counters.Has(text.AsSpan(number, i - number)) || i - number == 1
                || text.AsSpan(number, i - number).IndexOfAnyExcept("IVX") < 0);
        var end = SkipSpace(text, isNumber ? i : afterWord);
        return end < text.Length && text[end] is ':' or '：' or '-' or '–' or '—' or '.' or ')' or '|' && HasSpaceAfter(text, end)
            ? SkipSpace(text, end + 1) : at;
    }

    // "1. ", "1) ", "A. ", "#3 ", "01 - ", "- "
    private static int AfterMark(string text, int at)
    {
        var i = at < text.Length && text[at] == '#' ? at + 1 : at;
        var first = i;
        while (i < text.Length && i < first + 3 && char.IsAsciiDigit(text[i]))
            i++;
        var isNumber = i > first;
        if (!isNumber && i < text.Length && char.IsAsciiLetterUpper(text[i]))
            i++;
        if (i == first)
            return at;
        var mark = SkipSpace(text, i);
        if (mark < text.Length && text[mark] is '.' or ')' or ':' or '．' or '）' or '、' && mark == i && HasSpaceAfter(text, mark))
            return SkipSpace(text, mark + 1);
        if (isNumber && text[first - 1 < 0 ? 0 : first - 1] == '#' && mark > i)
            return mark;
        return isNumber && mark < text.Length && text[mark] is '-' or '–' or '—' && mark > i && HasSpaceAfter(text, mark)
            ? SkipSpace(text, mark + 1) : at;
    }

    private static bool HasSpaceAfter(string text, int at) =>
        at + 1 >= text.Length || text[at + 1] is ' ' or '\u3000' || text[at] is '：' or '．' or '）' or '、';

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000')
            at++;
        return at;
    }

    private static int SkipDash(string text, int at)
    {
        at = SkipSpace(text, at);
        while (at < text.Length && text[at] is '-' or '–' or '—' or ':' or '|' or '~' or '〜' or '～' or '：')
            at++;
        return SkipSpace(text, at);
    }
}
