using System.Globalization;
using SearchNotes.Posts.Letters;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Classifies characters for <see cref="TextTokens"/>.</summary>
internal static class Letters
{
    /// <summary>Whether a character is part of a word: a letter, a digit, a mark on a letter, or the underscore of identifiers.</summary>
    public static bool IsWord(char c)
    {
        if (c < 0x80)
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        if (c is '\u200C' or '\u200D' or '\u00AD')
            return true;
        return char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }

    /// <summary>Whether a character is indexed in overlapping pairs: scripts without spaces between words, and Korean, whose words carry
    /// particles.</summary>
    public static bool IsUnspaced(char c) =>
        c >= '\u0E00' && (IsEastAsian(c) || IsSouthEastAsian(c));

    private static bool IsEastAsian(char c) => Scripts.IsHan(c) || Scripts.IsKana(c) || Scripts.IsHangul(c);

    private static bool IsSouthEastAsian(char c) => Scripts.IsSouthEastAsian(c) && IsLetterOrMark(c);

    /// <summary>Whether a character in a script without spaces belongs to the one in front of it: a vowel sign, a tone mark, a voicing, a
    /// later part of a decomposed syllable.</summary>
    public static bool Continues(char c) => c >= '\u0E00' && (c is (>= '\u1160' and <= '\u11FF') or '\uFF9E' or '\uFF9F'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Whether a character is a letter of katakana, its long vowel included.</summary>
    public static bool IsKatakana(char c) => c is (>= '\u30A1' and <= '\u30FC' and not '\u30FB') or (>= '\uFF66' and <= '\uFF9F');

    /// <summary>Whether a character is a letter of Hebrew.</summary>
    public static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05EA';

    private static bool IsLetterOrMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a character is an apostrophe, straight or curly, or a letter that is typed as one, such as the ʻokina.</summary>
    public static bool IsApostrophe(char c) =>
        c is '\'' or '\u2019' or '\u2018' or (>= '\u02B9' and <= '\u02BF') or '\u02C8' or '\u2032' or '\u00B4' or '\uA78C' or '\uFF07';

    /// <summary>Whether a character is a hyphen.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Whether a symbol in prose is a term of its own: currency, mathematics, arrows, pictures, marks such as §.</summary>
    public static bool IsSign(string text, int at) => text[at] >= 0x80 && (text[at] is '§' or '¶' or '†' or '‡' or '‰' or '※'
        || char.GetUnicodeCategory(text, at) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol);

    /// <summary>Whether operators of programming languages contain a character.</summary>
    public static bool IsOperator(char c) => c < 0x80 && Operators[c];

    // A look-up: every space and full stop of a text is asked for.
    private static readonly bool[] Operators =
        [.. Enumerable.Range(0, 0x80).Select(c => "-=<>!&|:+*/~^%$?.@\\#".Contains((char)c, StringComparison.Ordinal))];
}
