namespace SearchNotes.Highlighting;

/// <summary>Finds the boundaries of sentences. A sentence begins after a terminator and a space, at a capital letter or digit, but not
/// after an abbreviation.</summary>
internal static class Sentences
{
    /// <summary>Abbreviations that may be followed by a capital letter within a sentence.</summary>
    public static readonly IReadOnlyList<string> Abbreviations =
        ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "eg", "ie", "e.g", "i.e", "cf", "al", "incl", "z.b", "bzw", "p.ex"];

    /// <summary>Abbreviations that are recognized only before a number, because "No." may also be an answer.</summary>
    public static readonly IReadOnlyList<string> NumberAbbreviations = ["no", "nr", "fig", "ca", "approx", "vol", "p", "pp"];

    /// <summary>Returns the beginning of the sentence that contains an index, at least <paramref name="limit"/>.</summary>
    public static int StartOf(string text, int index, int limit)
    {
        var i = Math.Min(index, text.Length);
        while (i > limit && !BeginsAt(text, i))
            i--;
        return i;
    }

    /// <summary>Returns the end of the sentence that contains the character before an index, at most <paramref name="limit"/>.</summary>
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
        // Fast path: most indexes are inside a word.
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
        return spaceStart < index && CanBeginSentence(text[index]) && text[stop] switch
        {
            '!' or '?' or '…' => true,
            '.' => stop + 1 < spaceStart || !IsAbbreviation(text, stop, char.IsDigit(text[index])),
            _ => false,
        };
    }

    private static bool CanBeginSentence(char c) =>
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
        return Contains(Abbreviations, word) || isBeforeNumber && Contains(NumberAbbreviations, word);
    }

    private static bool Contains(IReadOnlyList<string> words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
