using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Folds words to terms: lower case, without accents.</summary>
internal static class Folding
{
    private const char CombiningDiaeresis = '\u0308';

    /// <summary>Upper bound on the characters that one character folds to (ﬃ and a few digraphs).</summary>
    private const int MaxGrowth = 4;

    /// <summary>Folds a word.</summary>
    /// <param name="word">The word as written in the text.</param>
    /// <param name="into">Receives the folded word. Four times the length of the word is always enough.</param>
    /// <param name="hasUmlaut">Whether the word has an umlaut, which can also be written as ae, oe or ue.</param>
    /// <returns>The length of the folded word.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into, out bool hasUmlaut)
    {
        hasUmlaut = false;
        var length = 0;
        foreach (var c in word)
        {
            if (c < 0x80)
            {
                into[length++] = char.ToLowerInvariant(c);
                continue;
            }

            hasUmlaut |= IsUmlaut(c);
            if (!IsMark(c))
                length += FoldWide(c, into[length..]);
        }

        return length;
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
        if (c >= 0x2E80 || (c is >= '\u0250' and < '\u1D00'))
        {
            // Outside the Latin script only full-width forms need folding.
            into[0] = c is >= '\uFF01' and <= '\uFF5E' ? char.ToLowerInvariant((char)(c - 0xFEE0)) : char.ToLowerInvariant(c);
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
