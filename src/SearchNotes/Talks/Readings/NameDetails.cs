namespace SearchNotes.Talks.Readings;

/// <summary>Strips honorific, company, place, nickname and handle from a name. They are kept as detail.</summary>
internal static class NameDetails
{
    private const int LongestCompany = 16;
    private const int LeastAddress = 5;

    internal static (string Text, string? Detail) WithoutBrackets(string text)
    {
        string? detail = null;
        for (var open = text.IndexOfAny(['(', '（', '[']); open >= 0; open = text.IndexOfAny(['(', '（', '[']))
        {
            var close = text.IndexOfAny([')', '）', ']'], open);
            if (close < 0)
                close = text.Length - 1;
            var inside = text[(open + 1)..Math.Max(close, open + 1)].Trim(' ', ')');
            if (inside is not ("sp?" or "sp" or "?" or ""))
                detail = Joined(detail, inside);
            text = (text[..open].TrimEnd() + " " + text[(close + 1)..].TrimStart()).Trim();
        }

        return (text, detail);
    }

    internal static (string Text, string? Detail) WithoutPlace(string text, string? detail)
    {
        foreach (var place in Words.NameEnds)
        {
            var at = text.IndexOf(place, StringComparison.Ordinal);
            if (at > 0)
                return (text[..at].TrimEnd(), Joined(text[(at + place.Length)..].Trim(), detail));
        }

        return (text, detail);
    }

    // "발표자 : 권태환 카카오페이": three syllables, and behind them where the person works.
    internal static (string Text, string? Detail) WithoutCompany(string text, string? detail)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space is 3 or 4 && text[..space].All(c => c >= '\uAC00')
            ? (text[..space], Joined(text[(space + 1)..], detail)) : (text, detail);
    }

    // "腾讯 梁定安", "MediaV 聚效CTO 胡宁": the Chinese write a name without a space, so what stands before it is where the person works. The
    // Japanese do not.
    internal static (string Text, string? Detail) WithoutCompanyBefore(string text, string? detail)
    {
        var space = text.LastIndexOf(' ');
        return space is > 1 and <= LongestCompany
            && text.AsSpan(space + 1) is [>= '\u3400' and <= '\u9FFF', _] or [>= '\u3400' and <= '\u9FFF', _, _]
            && text.AsSpan(0, space).IndexOfAnyInRange('\u3400', '\u9FFF') >= 0
            ? (text[(space + 1)..], Joined(text[..space], detail))
            : (text, detail);
    }

    internal static (string Text, string? Title) WithoutHonorifics(string text)
    {
        string? title = null;
        foreach (var suffix in Words.HonorificSuffixes)
        {
            if (text.Length > suffix.Length + 1 && text.EndsWith(suffix, StringComparison.Ordinal))
                (text, title) = (text[..^suffix.Length].TrimEnd(), suffix.Trim());
        }

        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', StringComparison.Ordinal))
        {
            var word = text[..space];
            if (!Words.Honorifics.Has(word))
                break;
            title = Joined(title, word);
            text = text[(space + 1)..].TrimStart();
        }

        return (text, title);
    }

    // Trent "lathiat" Lloyd
    internal static (string Text, string? Detail) WithoutNickname(string text, string? detail)
    {
        var open = text.AsSpan().IndexOfAny('"', '“');
        var close = open < 0 ? -1 : text.AsSpan(open + 1).IndexOfAny('"', '”') + open + 1;
        if (open <= 0 || close <= open || close == text.Length - 1)
            return (text, detail);
        return (text[..open].TrimEnd() + " " + text[(close + 1)..].TrimStart(), Joined(text[(open + 1)..close], detail));
    }

    // "Ada Muster tides.example.org", "Ada Muster ada@example.org": an address behind both names.
    internal static (string Text, string? Detail) WithoutAddress(string text, string? detail)
    {
        var space = text.LastIndexOf(' ');
        var last = text.AsSpan(space + 1);
        return space > 0 && text.AsSpan(0, space).Contains(' ') && IsAddress(last)
            ? (text[..space].TrimEnd(), Joined(detail, last.ToString())) : (text, detail);
    }

    // In small letters, with a dot inside, and not a handle.
    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Length <= LeastAddress || word[0] == '@' || !char.IsAsciiLetter(word[^1]))
            return false;
        return word.IndexOf('.') > 0 && word.IndexOfAnyExceptInRange('!', '~') < 0 && word.IndexOfAnyInRange('A', 'Z') < 0;
    }

    // "Trey Hunner @treyhunner": the handle is detail, unless it is all there is.
    internal static (string Text, string? Detail) WithoutHandle(string text, string? detail)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? (text, detail) : (text[..at].TrimEnd(), Joined(text[at..].Trim(), detail));
    }

    /// <summary>Two details as one.</summary>
    internal static string? Joined(string? first, string? second) =>
        string.IsNullOrWhiteSpace(first) ? second : string.IsNullOrWhiteSpace(second) ? first : $"{first}, {second}";
}
