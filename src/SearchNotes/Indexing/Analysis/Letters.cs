using System.Globalization;

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
        c is (>= '\u3040' and <= '\u30FF' and not '\u30FB') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F') or '\u3005' or '\u3007';

    /// <summary>Whether a character is a straight or curly apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07';

    /// <summary>Whether a character is a hyphen.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Whether operators of programming languages contain a character.</summary>
    public static bool IsOperator(char c) => c < 0x80 && "-=<>!&|:+*/~^%$?.@\\#".Contains(c, StringComparison.Ordinal);
}
