namespace SearchNotes.Posts.Letters;

/// <summary>Recognises scripts by Unicode blocks.</summary>
internal static class Scripts
{
    /// <summary>Whether a character is Han, of the basic plane.</summary>
    public static bool IsHan(char c) =>
        c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007';

    /// <summary>Whether a character is hiragana or katakana, half-width forms included.</summary>
    public static bool IsKana(char c) => c is (>= '\u3040' and <= '\u30FF' and not '\u30FB') or (>= '\uFF66' and <= '\uFF9F');

    /// <summary>Whether a character is Hangul, full width.</summary>
    public static bool IsHangul(char c) => c is (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF');

    /// <summary>Whether a character is in a block of Thai, Lao, Burmese or Khmer, which have no spaces between words.</summary>
    public static bool IsSouthEastAsian(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\uA9E0' and <= '\uA9FF') or (>= '\uAA60' and <= '\uAA7F');
}
