using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Folds words to terms: lower case, without accents, with one form for letters that readers consider equal.</summary>
internal static class Folding
{
    private const char CombiningDiaeresis = '\u0308';

    /// <summary>Upper bound on the characters that one character folds to (ﬃ and a few digraphs).</summary>
    private const int MaxGrowth = 4;

    /// <summary>Upper bound on the characters that a sign outside the Latin alphabet folds to (ﷺ).</summary>
    private const int LongestFold = 20;

    /// <summary>The first character outside the Latin alphabet, where other tables apply.</summary>
    private const char FirstOther = '\u0250';

    /// <summary>Folds a word.</summary>
    /// <param name="word">The word as written in the text.</param>
    /// <param name="into">Receives the folded word. Four times the length of the word is always enough.</param>
    /// <param name="hasUmlaut">Whether the word has an umlaut, which can also be written as ae, oe or ue.</param>
    /// <returns>The length of the folded word.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into, out bool hasUmlaut)
    {
        hasUmlaut = false;
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c < 0x80)
            {
                into[length++] = char.ToLowerInvariant(c);
                continue;
            }

            hasUmlaut |= IsUmlaut(c);
            if (c < FirstOther)
                length += IsMark(c) ? 0 : FoldWide(c, into[length..]);
            else
                length = FoldOther(word, i, into, length);
        }

        return length;
    }

    /// <summary>Folds a character outside the Latin alphabet, which may join the one in front of it.</summary>
    /// <returns>The length of the folded word so far.</returns>
    private static int FoldOther(ReadOnlySpan<char> word, int at, Span<char> into, int length)
    {
        // A few signs stand for a whole phrase; a word of them is cut.
        if (into.Length - length < LongestFold)
            return length;
        var c = word[at];
        var before = length > 0 ? into[length - 1] : '\0';
        if (ScriptLetters.Join(before, c) is not '\0' and var joined)
        {
            into[length - 1] = joined;
            return length;
        }

        if (at + 1 < word.Length && ScriptLetters.IsAnusvara(before, c, word[at + 1]))
        {
            into[length - 1] = (char)((c & ~0x7F) | 0x02);
            return length;
        }

        return IsMark(c) ? length : length + FoldWide(c, into[length..]);
    }

    /// <summary>Folds a word and expands its umlauts: Müller → mueller.</summary>
    public static int FoldWrittenOut(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (IsUmlaut(c))
            {
                // The combining form follows its vowel, which has already been written.
                if (c != CombiningDiaeresis)
                    length += FoldWide(c, into[length..]);
                into[length++] = 'e';
            }
            else if (c < 0x80)
            {
                into[length++] = char.ToLowerInvariant(c);
            }
            else if (!IsMark(c))
            {
                length += FoldWide(c, into[length..]);
            }
        }

        return length;
    }

    private static bool IsUmlaut(char c) => c is 'ä' or 'ö' or 'ü' or 'Ä' or 'Ö' or 'Ü' or 'ø' or 'Ø' or CombiningDiaeresis;

    /// <summary>Whether a character is a combining accent, an Arabic vowel sign or a joiner, but not an Indic vowel sign.</summary>
    private static bool IsMark(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u0652') or '\u0640' or '\u200C' or '\u200D' or '\uFE0F' or '\u00AD';

    private static int FoldWide(char c, Span<char> into)
    {
        if (c == 'Ə')
            c = 'ə';
        if (c >= FirstOther && ScriptLetters.TryFold(c, into, out var folds))
            return folds;
        if (c >= 0x2E80 || (c is >= FirstOther and < '\u1D00'))
        {
            into[0] = char.ToLowerInvariant(c);
            return 1;
        }

        var source = new char[] { c };
        var folded = new char[MaxGrowth];
        var length = ASCIIFoldingFilter.FoldToASCII(source, 0, folded, 0, 1);
        for (var i = 0; i < length; i++)
            into[i] = char.ToLower(folded[i], CultureInfo.InvariantCulture);
        return length;
    }
}
