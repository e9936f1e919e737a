using System.Globalization;

namespace SearchNotes.Highlighting;

/// <summary>Where a text may be cut: at spaces where it has them, and never inside what a reader sees as one character.</summary>
internal static class TextCut
{
    /// <summary>How far to look for a space before cutting between letters, as in Japanese.</summary>
    private const int MaxWord = 48;

    /// <summary>Makes one character of two, as in families and professions among emoji.</summary>
    public const char Joiner = '\u200d';

    /// <summary>The last good place for a passage to begin at or before an index, and not before a limit.</summary>
    public static int Before(string text, int index, int limit)
    {
        for (var i = index; i >= Math.Max(limit, index - MaxWord); i--)
        {
            if (IsWordStart(text, i))
                return i;
        }

        for (var i = index; i > limit; i--)
        {
            if (IsSafe(text, i))
                return i;
        }

        return limit;
    }

    /// <summary>The first good place for a passage to end at or behind an index, and not behind a limit.</summary>
    public static int After(string text, int index, int limit)
    {
        for (var i = index; i <= Math.Min(limit, index + MaxWord); i++)
        {
            if (IsWordEnd(text, i))
                return i;
        }

        for (var i = index; i < limit; i++)
        {
            if (IsSafe(text, i))
                return i;
        }

        return limit;
    }

    /// <summary>Whether a character continues the one before it: a combining mark, the second half of a pair, a joiner.</summary>
    public static bool Continues(string text, int index)
    {
        var c = text[index];
        if (c < '\u0300')
            return false;
        if (char.IsLowSurrogate(c))
            return index > 0 && char.IsHighSurrogate(text[index - 1]);
        // Skin tones follow the face that they colour.
        if (c == '\ud83c' && index + 1 < text.Length && text[index + 1] is >= '\udffb' and <= '\udfff')
            return true;
        return c is '\u200c' or Joiner
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;
    }

    private static bool IsWordStart(string text, int i) =>
        i == 0 || i < text.Length && char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]) && IsSafe(text, i);

    private static bool IsWordEnd(string text, int i) =>
        i == text.Length || i > 0 && char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]);

    private static bool IsSafe(string text, int i) =>
        i <= 0 || i >= text.Length || !Continues(text, i) && text[i - 1] != Joiner && !(IsFlagHalf(text, i) && IsFlagHalf(text, i - 2));

    /// <summary>Flags of countries are pairs of letters from U+1F1E6 on.</summary>
    private static bool IsFlagHalf(string text, int i) =>
        i >= 0 && i + 1 < text.Length && text[i] == '\ud83c' && text[i + 1] is >= '\udde6' and <= '\uddff';
}
