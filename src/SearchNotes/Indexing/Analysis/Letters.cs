using System.Globalization;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Which characters make words.</summary>
internal static class Letters
{
    /// <summary>Letters, digits, marks that belong to a letter, and the underscore of identifiers.</summary>
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

    /// <summary>Scripts that put no space between words, and Korean, whose words carry particles: indexed in pairs of characters.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF' and not '\u30FB') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F') or '\u3005' or '\u3007';

    /// <summary>Straight and curly apostrophes.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07';

    /// <summary>Hyphens inside words.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Characters that operators of programming languages are made of.</summary>
    public static bool IsOperator(char c) => c < 0x80 && "-=<>!&|:+*/~^%$?.@\\#".Contains(c, StringComparison.Ordinal);
}
