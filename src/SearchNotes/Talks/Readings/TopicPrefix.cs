using System.Buffers;

namespace SearchNotes.Talks.Readings;

/// <summary>Separates a title from the number, letter, time, code or counting word in front of it.</summary>
internal static class TopicPrefix
{
    private static readonly SearchValues<char> ChineseDigits = SearchValues.Create("一二三四五六七八九十");

    private static readonly SearchValues<char> ShortcodeLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-");

    /// <summary>Separates a number, letter, time or counting word from the text behind it: <c>Chapitre 3 : T</c>, <c>B. T</c>, <c>10:30 –
    /// T</c>, <c>Two: T</c> → T.</summary>
    /// <returns>What was taken ("" for nothing) and the rest, which is never empty unless the text is.</returns>
    internal static (string Prefix, string Topic) Split(string text)
    {
        var start = 0;
        for (var next = AfterOne(text, start); next > start && next < text.Length; next = AfterOne(text, start))
            start = next;
        return (text[..start].Trim(), text[start..]);
    }

    private static int AfterOne(string text, int start)
    {
        var i = Skip.Space(text, SkipSigns(text, start));
        if (TitleTime.AfterWeekday(text, i) is var day && day > i)
            i = day;
        if (TitleTime.After(text, i) is var time && time > i)
            return time;
        if (AfterCode(text, i) is var code && code > i)
            return code;
        if (AfterOrdinal(text, i) is var ordinal && ordinal > i)
            return ordinal;
        if (AfterCounter(text, i) is var counter && counter > i)
            return counter;
        return AfterMark(text, i) is var mark && mark > i ? mark : i > Skip.Space(text, start) ? i : start;
    }

    // "GRD412 - Title", "[Keynote] Title"
    private static int AfterCode(string text, int at)
    {
        var close = at < text.Length && text[at] == '[' ? text.IndexOf("] ", at, StringComparison.Ordinal) : -1;
        if (close > at && Words.Counters.Has(text.AsSpan(at + 1, close - at - 1)))
            return Skip.Space(text, close + 1);
        var end = at + CodeLength(text, at);
        var next = Skip.Dash(text, end);
        return end > at && next > Skip.Space(text, end) && HeadingWords.Count(text[next..]) >= 2 ? next : at;
    }

    // A flag or another picture before the title, or ":coffee:", and 【16-C-1】.
    private static int SkipSigns(string text, int at)
    {
        var i = Skip.Space(text, at);
        var end = i >= text.Length ? -1 : text[i] switch
        {
            '【' or '［' => text.IndexOfAny(['】', '］'], i, Math.Min(24, text.Length - i)),
            ':' => ShortcodeEnd(text, i),
            _ => -1,
        };
        if (end > i)
            return Skip.Space(text, end + 1);
        i = at;
        while (i < text.Length && (char.IsSurrogate(text[i]) || text[i] is (>= '\u2600' and <= '\u27BF') or '\uFE0F' or '~'))
            i++;
        return i < text.Length && i > at && text[i] == ' ' ? i : at;
    }

    private static int ShortcodeEnd(string text, int at)
    {
        var end = text.IndexOf(": ", at + 1, StringComparison.Ordinal);
        return end > at + 1 && text.AsSpan(at + 1, end - at - 1).IndexOfAnyExcept(ShortcodeLetters) < 0 ? end : -1;
    }

    // "一、", "十二．"
    private static int AfterNumeral(string text, int at)
    {
        var i = at;
        while (i < text.Length && ChineseDigits.Contains(text[i]))
            i++;
        return i > at && i < text.Length && text[i] is '、' or '．' or '.' ? Skip.Space(text, i + 1) : at;
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
            if (i == at + 1 || !text.AsSpan(i).StartsWith(unit, StringComparison.Ordinal))
                continue;
            var end = Skip.Dash(text, i + unit.Length);
            if (end > i + unit.Length)
                return end;
        }

        return at;
    }

    // "Chapitre 3 :", "Two:", "Talk #4 -", "Session Four:", "Keynote:"
    private static int AfterCounter(string text, int at)
    {
        var i = at;
        while (i < text.Length && (char.IsLetter(text[i]) || IsInLightningTalk(text, at, i)))
            i++;
        if (i == at || !Words.Counters.Has(text.AsSpan(at, i - at)))
            return at;
        var afterWord = i;
        i = Skip.Space(text, i);
        if (i < text.Length && text[i] == '#')
            i++;
        var number = i;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInNumber(text, i, number)))
            i++;
        var isNumber = i > number && IsNumber(text.AsSpan(number, i - number));
        var end = Skip.Space(text, isNumber ? i : afterWord);
        return end < text.Length && text[end] is ':' or '：' or '-' or '–' or '—' or '.' or ')' or '|' && Skip.IsBeforeSpace(text, end)
            ? Skip.Space(text, end + 1) : at;
    }

    private static bool IsInLightningTalk(string text, int start, int at) =>
        text[at] == ' ' && at + 1 < text.Length && text.AsSpan(start, at - start).Equals("lightning", StringComparison.OrdinalIgnoreCase);

    private static bool IsInNumber(string text, int at, int start) =>
        at > start && text[at] is '_' or '-' or '.' && text.AsSpan(at - 1) is [>= '0' and <= '9', _, >= '0' and <= '9', ..];

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text is [_] or [>= '0' and <= '9', ..] || Words.Counters.Has(text) || text.IndexOfAnyExcept("IVX") < 0;

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
        var mark = Skip.Space(text, i);
        var sign = mark < text.Length && Skip.IsBeforeSpace(text, mark) ? text[mark] : '\0';
        if (mark == i && sign is '.' or ')' or ':' or '．' or '）' or '、')
            return Skip.Space(text, mark + 1);
        if (!isNumber || mark == i)
            return at;
        if (text[first - 1 < 0 ? 0 : first - 1] == '#')
            return mark;
        return sign is '-' or '–' or '—' ? Skip.Space(text, mark + 1) : at;
    }

    /// <summary>The length of the code of a session at an index, 0 for none: two to five capitals and three digits. "ES2015" and "WWDC17"
    /// name something.</summary>
    internal static int CodeLength(string text, int at)
    {
        var i = at;
        while (i < text.Length && char.IsAsciiLetterUpper(text[i]))
            i++;
        var letters = i - at;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return letters is >= 2 and <= 5 && i - at - letters == 3 ? i - at : 0;
    }
}
