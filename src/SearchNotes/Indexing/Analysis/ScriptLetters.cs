using SearchNotes.Posts;

namespace SearchNotes.Indexing.Analysis;

/// <summary>Folds letters outside the Latin alphabet that readers consider equal: accents of Greek, points of Hebrew and Arabic, final
/// forms, digits of all scripts, half-width and presentation forms, traditional and simplified Chinese.</summary>
/// <remarks>The table is <c>letters.txt</c>; it is read when the first such letter occurs.</remarks>
internal static class ScriptLetters
{
    // A code point that no table maps to stands for a mapping to several characters, or to none.
    private const char Several = '\uFFFF';

    private static readonly Lazy<(char[] One, Dictionary<char, string> Several)> Table = new(Read);

    /// <summary>Folds a character.</summary>
    /// <param name="c">The character, U+0250 or above.</param>
    /// <param name="into">Receives the characters that it folds to.</param>
    /// <param name="length">Number of these characters; 0 for a mark.</param>
    /// <returns>False if the table does not have it.</returns>
    public static bool TryFold(char c, Span<char> into, out int length)
    {
        var (one, several) = Table.Value;
        length = 1;
        into[0] = one[c];
        if (one[c] == '\0')
            return false;
        if (one[c] != Several)
            return true;
        var text = several[c];
        length = Math.Min(text.Length, into.Length);
        text.AsSpan(0, length).CopyTo(into);
        return true;
    }

    /// <summary>Joins a mark to the character in front of it, where both are one letter: и and its breve are й, カ and its voicing are
    /// ガ, the parts of a syllable of Hangul are that syllable.</summary>
    /// <returns>The joined character; <c>\0</c> if they are not one.</returns>
    public static char Join(char before, char mark) => (before, mark) switch
    {
        ('и', '\u0306') => 'й',
        ('і', '\u0308') => 'ї',
        ('у', '\u0306') => 'ў',
        ('г', '\u0301') => 'ѓ',
        ('к', '\u0301') => 'ќ',
        ( >= 'ぁ' and <= 'ヾ', '\u3099' or '\uFF9E') => before is 'う' or 'ウ' ? before == 'う' ? 'ゔ' : 'ヴ' : (char)(before + 1),
        ( >= 'は' and <= 'ホ', '\u309A' or '\uFF9F') => (char)(before + 2),
        ( >= '\u1100' and <= '\u1112', >= '\u1161' and <= '\u1175') => (char)(0xAC00 + ((before - 0x1100) * 21 + mark - 0x1161) * 28),
        ( >= '\uAC00' and <= '\uD7A3', >= '\u11A8' and <= '\u11C2') when (before - 0xAC00) % 28 == 0 => (char)(before + mark - 0x11A7),
        _ => '\0',
    };

    /// <summary>Whether a nasal in front of a virama and a consonant is written as an anusvara as well: हिन्दी and हिंदी. The blocks of the
    /// scripts of India have the same order.</summary>
    public static bool IsAnusvara(char nasal, char virama, char next) =>
        virama is >= '\u0900' and <= '\u0CFF' && (next & ~0x7F) == (virama & ~0x7F)
        && (nasal & 0x7F, virama & 0x7F, next & 0x7F) is (0x19 or 0x1E or 0x23 or 0x28 or 0x2E, 0x4D, >= 0x15 and <= 0x39);

    private static (char[] One, Dictionary<char, string> Several) Read()
    {
        var one = new char[char.MaxValue + 1];
        var several = new Dictionary<char, string>();
        foreach (var line in EmbeddedText.Lines("letters.txt"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
                continue;
            foreach (var c in line.AsSpan(tab + 1))
            {
                one[c] = tab == 1 ? line[0] : Several;
                if (tab != 1)
                    several[c] = line[..tab];
            }
        }

        return (one, several);
    }
}
