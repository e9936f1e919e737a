using System.Buffers;
using SearchNotes.Indexing;

namespace SearchNotes.Highlighting;

/// <summary>Makes links that scroll a browser to words on a page (WICG draft "Text Fragments": <c>#:~:text=</c>). Browsers find
/// only literal text, so a link contains consecutive words of one block.</summary>
internal static class TextFragment
{
    /// <summary>Usually enough words to be unique on a page.</summary>
    private const int TargetWords = 6;

    /// <summary>Maximum number of runs of words that are tried.</summary>
    private const int MaxTries = 12;

    private const int MaxCharacters = 80;

    private static readonly SearchValues<string> Repeated = SearchValues.Create(["--", ".."], StringComparison.Ordinal);

    /// <summary>Returns a link to words of a passage.</summary>
    /// <param name="url">URL of the page, with or without an anchor.</param>
    /// <param name="text">Text of the block.</param>
    /// <param name="start">Start of the passage.</param>
    /// <param name="end">End of the passage.</param>
    /// <param name="at">Start of the first match.</param>
    /// <param name="isCode">Whether the block is code. Pages show only code literally, see <see cref="IsChangedByGenerators"/>.</param>
    /// <param name="repeated">Hashes of the phrases that also occur earlier on the page: a browser would scroll there.</param>
    /// <returns>The link; <paramref name="url"/> alone when no words are suitable; <see langword="null"/> without a URL.</returns>
    public static string? Link(string? url, string text, int start, int end, int at, bool isCode, uint[] repeated)
    {
        if (url is null)
            return null;
        var (first, last) = Best(text, start, end, at, isCode, repeated);
        if (first == last)
            return url;

        var mark = url.Contains('#', StringComparison.Ordinal) ? ":~:text=" : "#:~:text=";
        // The hyphen is part of the syntax of text fragments, and EscapeDataString does not escape it.
        return url + mark + Uri.EscapeDataString(text[first..last]).Replace("-", "%2D", StringComparison.Ordinal);
    }

    /// <summary>Returns words whose first place on the page is this one: those at the match, those after it, then those before
    /// it.</summary>
    private static (int First, int Last) Best(string text, int start, int end, int at, bool isCode, uint[] repeated)
    {
        var tries = 0;
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(at, end), (start, end)])
        {
            for (var next = from; next < to && tries < MaxTries; tries++)
            {
                var (first, last) = Words(text, start, to, next, isCode);
                if (first == last)
                    break;
                if (PagePhrases.IsFirst(text.AsSpan(first, last - first), repeated))
                    return (first, last);
                next = NextWord(text, Math.Max(last, next + 1), to);
            }
        }

        return (end, end);
    }

    /// <summary>Returns the first consecutive words at or after an index that a page shows as in the source.</summary>
    private static (int First, int Last) Words(string text, int start, int end, int at, bool isCode)
    {
        var begin = WordStart(text, at, start);
        while (begin < end)
        {
            var (last, words) = (begin, 0);
            for (var i = begin; i < end && words < TargetWords && i - begin < MaxCharacters; words++)
            {
                var wordEnd = WordEnd(text, i, Math.Min(end, begin + MaxCharacters));
                if (!isCode && IsChangedByGenerators(text.AsSpan(i, wordEnd - i)))
                    break;
                last = wordEnd;
                if (last < end && (text[last] == '\n' || IsWideMark(text[last])))
                    break;
                i = NextWord(text, wordEnd, end);
            }

            var trimmed = Trim(text, begin, last);
            if (trimmed.Last > trimmed.First)
                return trimmed;
            begin = NextWord(text, Math.Max(begin + 1, Math.Max(last, WordEnd(text, begin, end))), end);
        }

        return (end, end);
    }

    /// <summary>Whether blog generators change a word: they turn straight quotes into curly ones, hyphens into dashes and full stops into
    /// ellipses.</summary>
    /// <remarks>SearchNotes adds the dot between the cells of a table, and :tada: may be a picture on the page.</remarks>
    private static bool IsChangedByGenerators(ReadOnlySpan<char> word) =>
        word is "·" or [':', _, .., ':'] || word.IndexOfAny('\'', '"', '`') >= 0 || word.ContainsAny(Repeated);

    private static (int First, int Last) Trim(string text, int first, int last)
    {
        while (first < last && !char.IsLetterOrDigit(text[first]) && !char.IsSurrogate(text[first]))
            first++;
        while (first < last && !char.IsLetterOrDigit(text[last - 1]) && !IsPartOfCharacter(text, last - 1))
            last--;
        return (first, last);
    }

    private static bool IsPartOfCharacter(string text, int at) => TextCut.Continues(text, at) || char.IsSurrogate(text[at]);

    private static int WordStart(string text, int at, int start)
    {
        // Japanese has no spaces: a clause begins after a punctuation mark. When that is too far away, start at the match.
        for (var i = at; i >= start; i--)
        {
            if (i == start || char.IsWhiteSpace(text[i - 1]) || IsWideMark(text[i - 1]))
                return i;
            if (at - i > MaxCharacters)
                break;
        }

        return at;
    }

    private static int WordEnd(string text, int from, int end)
    {
        var i = from;
        while (i < end && !char.IsWhiteSpace(text[i]) && !IsWideMark(text[i]))
            i++;
        while (i > from && i < text.Length && TextCut.Continues(text, i))
            i--;
        return i;
    }

    private static int NextWord(string text, int from, int end)
    {
        var i = from;
        while (i < end && (char.IsWhiteSpace(text[i]) || IsWideMark(text[i])))
            i++;
        return i;
    }

    private static bool IsWideMark(char c) => c is '。' or '、' or '「' or '」' or '！' or '？';
}
