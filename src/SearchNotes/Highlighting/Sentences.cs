namespace SearchNotes.Highlighting;

/// <summary>Where sentences begin: behind a terminator and a space, at a capital letter or digit, and not behind an abbreviation.</summary>
internal static class Sentences
{
    /// <summary>Words that end in a full stop inside a sentence and stand before capitals.</summary>
    private static readonly string[] Abbreviations =
        ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "eg", "ie", "e.g", "i.e", "cf", "al", "incl", "z.b", "bzw", "p.ex"];

    /// <summary>Those that stand before numbers only: "No." may also be an answer.</summary>
    private static readonly string[] NumberAbbreviations = ["no", "nr", "fig", "ca", "approx", "vol", "p", "pp"];

    /// <summary>The beginning of the sentence that holds an index, or <paramref name="limit"/> when it lies further back.</summary>
    public static int StartOf(string text, int index, int limit)
    {
        var i = Math.Min(index, text.Length);
        while (i > limit && !BeginsAt(text, i))
            i--;
        return i;
    }

    /// <summary>The end of the sentence that holds the character before an index, or <paramref name="limit"/>.</summary>
    public static int EndOf(string text, int index, int limit)
    {
        var i = Math.Max(index, 1);
        while (i < limit && !BeginsAt(text, i))
            i++;
        return i;
    }

    /// <summary>Whether a sentence begins at an index.</summary>
    public static bool BeginsAt(string text, int index)
    {
        if (index == 0 || index >= text.Length)
            return index == 0;
        // Most places are inside a word.
        if (char.IsAsciiLetterOrDigit(text[index - 1]))
            return false;
        if (text[index - 1] == '\n')
            return true;
        if (char.IsWhiteSpace(text[index]) || TextCut.Continues(text, index))
            return false;

        var spaceStart = index;
        while (spaceStart > 0 && char.IsWhiteSpace(text[spaceStart - 1]))
            spaceStart--;
        var stop = spaceStart;
        while (stop > 0 && IsCloser(text[stop - 1]))
            stop--;
        if (stop-- == 0)
            return false;
        if (IsWideTerminator(text[stop]))
            return !IsWideTerminator(text[index]) && !IsCloser(text[index]);
        return spaceStart < index && Opens(text[index]) && text[stop] switch
        {
            '!' or '?' or '…' => true,
            '.' => stop + 1 < spaceStart || !IsAbbreviation(text, stop, char.IsDigit(text[index])),
            _ => false,
        };
    }

    private static bool Opens(char c) =>
        !char.IsLower(c) && !char.IsPunctuation(c) || "\"“‘'(«„¿¡".Contains(c, StringComparison.Ordinal);

    private static bool IsWideTerminator(char c) => c is '。' or '！' or '？';

    private static bool IsCloser(char c) => c is '"' or '”' or '“' or '’' or '\'' or ')' or ']' or '»' or '」' or '』' or '）';

    private static bool IsAbbreviation(string text, int stop, bool isBeforeNumber)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, stop - start);
        // Initials: "J. Smith".
        if (word.Length == 1 && char.IsUpper(word[0]))
            return true;
        return Holds(Abbreviations, word) || isBeforeNumber && Holds(NumberAbbreviations, word);
    }

    private static bool Holds(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
