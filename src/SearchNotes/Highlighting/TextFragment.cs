namespace SearchNotes.Highlighting;

/// <summary>Links that make a browser scroll to words of a page (the Text Fragments draft of the WICG: <c>#:~:text=</c>).
/// Only what stands on the page literally is found, so they name a run of words of one block.</summary>
internal static class TextFragment
{
    /// <summary>Enough words to be the only such place of a page, as a rule.</summary>
    private const int TargetWords = 6;

    private const int MaxCharacters = 80;

    /// <summary>A link to words of a passage.</summary>
    /// <param name="url">Address of the page, with an anchor or without one.</param>
    /// <param name="text">The block.</param>
    /// <param name="start">Where the passage begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="at">Where its first match begins.</param>
    /// <param name="isCode">Code is shown as written; prose is not, see <see cref="IsRetouched"/>.</param>
    /// <returns>The link; <paramref name="url"/> alone when no words are fit for it; <see langword="null"/> without an address.</returns>
    public static string? Link(string? url, string text, int start, int end, int at, bool isCode)
    {
        if (url is null)
            return null;
        var (first, last) = Words(text, start, end, at, isCode);
        if (first == last)
            return url;

        var mark = url.Contains('#', StringComparison.Ordinal) ? ":~:text=" : "#:~:text=";
        // The hyphen has a meaning in the syntax of text fragments, and is not escaped otherwise.
        return url + mark + Uri.EscapeDataString(text[first..last]).Replace("-", "%2D", StringComparison.Ordinal);
    }

    /// <summary>The first run of words at or behind a place that a page shows as the source writes them.</summary>
    private static (int First, int Last) Words(string text, int start, int end, int at, bool isCode)
    {
        var begin = WordStart(text, at, start);
        while (begin < end)
        {
            var (last, words) = (begin, 0);
            for (var i = begin; i < end && words < TargetWords && i - begin < MaxCharacters; words++)
            {
                var wordEnd = WordEnd(text, i, Math.Min(end, begin + MaxCharacters));
                if (!isCode && IsRetouched(text.AsSpan(i, wordEnd - i)))
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

    /// <summary>Blog generators turn straight quotes into curly ones, and hyphens and full stops into dashes and ellipses.</summary>
    private static bool IsRetouched(ReadOnlySpan<char> word) =>
        word.IndexOfAny('\'', '"', '`') >= 0 || word.Contains("--", StringComparison.Ordinal)
        || word.Contains("..", StringComparison.Ordinal);

    private static (int First, int Last) Trim(string text, int first, int last)
    {
        while (first < last && !char.IsLetterOrDigit(text[first]) && !char.IsSurrogate(text[first]))
            first++;
        while (first < last && !char.IsLetterOrDigit(text[last - 1]) && !TextCut.Continues(text, last - 1)
            && !char.IsSurrogate(text[last - 1]))
        {
            last--;
        }
        return (first, last);
    }

    private static int WordStart(string text, int at, int start)
    {
        // Japanese has no spaces: a clause begins behind a punctuation mark, and far off the match itself must do.
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
