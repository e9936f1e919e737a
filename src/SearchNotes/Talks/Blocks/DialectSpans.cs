namespace SearchNotes.Talks.Blocks;

/// <summary>Finds the marks of Markdown dialects inside a text: template tags, attribute lists, wiki links, highlights, block
/// ids.</summary>
internal static class DialectSpans
{
    private const int MaxTag = 400;
    private const int MaxLink = 200;
    private const int MaxRaised = 4;

    /// <summary>Reads what begins with a brace, a caret, a tilde or two equals or plus signs.</summary>
    /// <returns>Where to go on.</returns>
    internal static int Read(string text, int at, List<TextRange> cuts) => text[at] switch
    {
        '{' => ReadBrace(text, at, cuts),
        '=' or '+' => ReadPair(text, at, cuts),
        '~' => ReadRaised(text, at, cuts),
        _ => ReadCaret(text, at, cuts),
    };

    /// <summary>Reads <c>[[page|alias]]</c>, of which a page shows the alias, and <c>![[picture]]</c>, of which it shows no text.</summary>
    /// <returns>Where to go on; 0 if no wiki link begins there.</returns>
    internal static int ReadWikiLink(string text, int at, List<TextRange> cuts)
    {
        if (at + 4 >= text.Length || text[at + 1] != '[' || text[at + 2] is ' ' or '[' or '^')
            return 0;
        var end = text.IndexOf("]]", at + 2, Math.Min(MaxLink, text.Length - at - 2), StringComparison.Ordinal);
        if (end < 0 || text.AsSpan(at + 2, end - at - 2).Contains('['))
            return 0;
        if (at > 0 && text[at - 1] == '!')
        {
            cuts.Add(new TextRange(at - 1, end + 2 - at + 1));
            return end + 2;
        }

        var bar = text.IndexOf('|', at + 2, end - at - 2);
        var shown = bar > 0 && bar + 1 < end ? bar + 1 : text[at + 2] == '#' ? at + 3 : at + 2;
        cuts.Add(new TextRange(at, shown - at));
        cuts.Add(new TextRange(end, 2));
        return end + 2;
    }

    /// <summary>Whether the words on both sides of a part that is taken out stay apart.</summary>
    internal static bool Separates(string text, TextRange cut) =>
        cut.Length > 1 && text[cut.Start] is '{' or '^' && IsBetweenWords(text, cut);

    private static bool IsBetweenWords(string text, TextRange cut) => IsWord(text, cut.Start - 1) && IsWord(text, cut.End);

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static int ReadBrace(string text, int at, List<TextRange> cuts)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        var closing = next switch { '{' => "}}", '%' => "%}", '+' or '=' => Critic(text, at), '#' or '/' => "}", _ => null };
        if (closing is null or "}" && AttributesEnd(text, at) is > 0 and var attributesEnd)
        {
            cuts.Add(new TextRange(at, attributesEnd - at));
            return attributesEnd;
        }

        if (closing is null)
            return at + 1;
        var end = text.IndexOf(closing, at + 2, Math.Min(MaxTag, text.Length - at - 2), StringComparison.Ordinal);
        if (end < 0)
            return at + 1;
        if (closing.Length == 3)
        {
            // CriticMarkup: the marks go, what is added or bright stays.
            cuts.Add(new TextRange(at, 3));
            cuts.Add(new TextRange(end, 3));
            return end + 3;
        }

        cuts.Add(new TextRange(at, end + closing.Length - at));
        return end + closing.Length;
    }

    // {++added++}, {==bright==}: three signs on each side.
    private static string? Critic(string text, int at) => text.AsSpan(at) switch
    {
        ['{', '+', '+', ..] => "++}",
        ['{', '=', '=', ..] => "==}",
        _ => null,
    };

    /// <summary>The end of a list of attributes: <c>{: .wide}</c>, <c>{ #id }</c>, <c>{.a width=50%}</c>; else 0.</summary>
    internal static int AttributesEnd(string text, int at)
    {
        var end = text.IndexOf('}', at, Math.Min(MaxTag, text.Length - at));
        if (end < at + 2)
            return 0;
        var inside = text.AsSpan(at + 1, end - at - 1);
        if (inside.StartsWith(":"))
            return end + 1;
        if (inside.IsWhiteSpace())
            return 0;
        while (HtmlText.TryAttribute(ref inside, out var name, out var value))
        {
            if (!(name is ['#' or '.', _, ..] or "-") && value.IsEmpty)
                return 0;
        }

        return inside.IsWhiteSpace() ? end + 1 : 0;
    }

    // ==bright==, ++added++. A comparison stands between spaces, and "C++" has letters before its signs.
    private static int ReadPair(string text, int at, List<TextRange> cuts)
    {
        var run = at;
        var sign = text[at];
        while (run < text.Length && text[run] == sign)
            run++;
        if (run - at != 2 || IsWord(text, at - 1))
            return run;
        if (run >= text.Length || char.IsWhiteSpace(text[run]))
            return run;
        var end = text.IndexOf(sign == '=' ? "==" : "++", run, Math.Min(MaxTag, text.Length - run), StringComparison.Ordinal);
        if (end <= run || char.IsWhiteSpace(text[end - 1]))
            return run;
        if (IsWord(text, end + 2) || (end + 2 < text.Length && text[end + 2] == sign))
            return run;
        cuts.Add(new TextRange(at, 2));
        cuts.Add(new TextRange(end, 2));
        return run;
    }

    // H~2~O, 10^-6^: a few letters or digits behind a letter or digit, without a space.
    private static int ReadRaised(string text, int at, List<TextRange> cuts)
    {
        var sign = text[at];
        var isBehindWord = at > 0 && (sign == '^' ? char.IsAsciiLetterOrDigit(text[at - 1]) : char.IsAsciiLetter(text[at - 1]));
        if (!isBehindWord)
            return at + 1;
        var end = at + 1;
        while (end < text.Length && end <= at + MaxRaised && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '-' && end == at + 1)))
            end++;
        var isClosed = end > at + 1 && end < text.Length && text[end] == sign;
        if (!isClosed || (end + 1 < text.Length && (char.IsAsciiDigit(text[end + 1]) || (sign == '^' && IsWord(text, end + 1)))))
            return at + 1;
        cuts.Add(new TextRange(at, 1));
        cuts.Add(new TextRange(end, 1));
        return end + 1;
    }

    private static int ReadCaret(string text, int at, List<TextRange> cuts)
    {
        if (at + 2 < text.Length && text[at + 1] == '[' && text.IndexOf(']', at) is > 0 and var end)
        {
            cuts.Add(new TextRange(at, 2));
            cuts.Add(new TextRange(end, 1));
            return at + 2;
        }

        // Obsidian's name of a paragraph, such as ^37066d at its end.
        var id = text.AsSpan(at + 1);
        var isName = id.Length >= 2 && id.IndexOfAnyExcept(IdCharacters) < 0 && id.IndexOfAnyInRange('a', 'z') >= 0;
        if (!isName || at == 0 || text[at - 1] != ' ')
            return ReadRaised(text, at, cuts);
        cuts.Add(new TextRange(at, text.Length - at));
        return text.Length;
    }

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}
