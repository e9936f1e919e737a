using System.Globalization;

namespace SearchNotes.Highlighting;

/// <summary>Finds places to cut a text: at spaces if possible, and never inside a user-perceived character.</summary>
internal static class TextCut
{
    /// <summary>Characters to search for a space before cutting between letters, as in Japanese.</summary>
    private const int MaxWord = 48;

    /// <summary>Zero-width joiner. Combines emoji into one, such as families and professions.</summary>
    public const char Joiner = '\u200d';

    /// <summary>Returns the last good start of a passage at or before an index, but not before a limit.</summary>
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

    /// <summary>Returns the first good end of a passage at or after an index, but not after a limit.</summary>
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

    /// <summary>Whether a character continues the one before it: a combining mark, a low surrogate or a joiner.</summary>
    public static bool Continues(string text, int index)
    {
        var c = text[index];
        if (c < '\u0300')
            return false;
        if (char.IsLowSurrogate(c))
            return index > 0 && char.IsHighSurrogate(text[index - 1]);
        // Skin-tone modifiers follow the emoji that they change.
        if (c == '\ud83c' && index + 1 < text.Length && text[index + 1] is >= '\udffb' and <= '\udfff')
            return true;
        return c is '\u200c' or Joiner
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;
    }

    private static bool IsWordStart(string text, int i) =>
        i == 0 || (BeginsWord(text, i) && IsSafe(text, i));

    private static bool BeginsWord(string text, int i) => i < text.Length && IsBorder(text[i - 1], text[i]);

    private static bool IsWordEnd(string text, int i) =>
        i == text.Length || (i > 0 && IsBorder(text[i], text[i - 1]));

    private static bool IsBorder(char space, char letter) => char.IsWhiteSpace(space) && !char.IsWhiteSpace(letter);

    private static bool IsSafe(string text, int i) =>
        i <= 0 || i >= text.Length || !IsInCharacter(text, i);

    private static bool IsInCharacter(string text, int i) => Continues(text, i) || text[i - 1] == Joiner || IsInFlag(text, i);

    private static bool IsInFlag(string text, int i) => IsFlagHalf(text, i) && IsFlagHalf(text, i - 2);

    /// <summary>Whether a regional indicator (U+1F1E6 to U+1F1FF) is at an index. Flags of countries are pairs of them.</summary>
    private static bool IsFlagHalf(string text, int i) =>
        i >= 0 && i < text.Length && text.AsSpan(i) is ['\ud83c', >= '\udde6' and <= '\uddff', ..];
}
