using System.Buffers;
using System.Text;

namespace SearchNotes.Posts.Letters;

/// <summary>Transliterates letters of other alphabets to the letters a to z.</summary>
/// <remarks>The program runs without culture data, in which case <c>string.Normalize</c> has no effect, so small tables are
/// used.</remarks>
internal static class Transliteration
{
    // One letter per code point from U+00E0, U+0100 and U+1E00 on. '*' marks a letter that becomes two.
    private const string Latin1 = "aaaaaa*ceeeeiiiidnooooo ouuuuy*y";
    private const string LatinA =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzz"
        + "htwyasss*daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

    // Latin letters that are not an ASCII letter with a diacritic.
    private static readonly SearchValues<char> WithoutAccent = SearchValues.Create("ßÆæÐðØøÞþĐđĦħıĲĳĸĿŀŁłŉŊŋŒœŦŧſẚẜẝẞẟỺỻỼỽỾỿ");

    private static readonly string[] Greek =
        ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o"];

    private static readonly string[] Cyrillic =
        ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh",
            "shch", "", "y", "", "e", "yu", "ya"];

    private static readonly string[] HangulFirst =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] HangulVowel =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] HangulLast =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t",
            "p", "t"];

    /// <summary>Returns the lower-case transliteration of a letter. Returns an empty string for a combining mark, and
    /// <see langword="null"/> for letters outside the tables (above all Chinese) and for other characters.</summary>
    internal static string? Of(Rune letter)
    {
        var c = Rune.ToLowerInvariant(letter).Value;
        return c switch
        {
            < 0x80 => Rune.IsLetterOrDigit(letter) ? ((char)c).ToString() : null,
            'ß' or 0x1E9E => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ĳ' => "ij",
            0xF7 => null,
            >= 0xE0 and <= 0xFF => Latin1[c - 0xE0].ToString(),
            >= 0x100 and <= 0x17F => LatinA[c - 0x100].ToString(),
            >= 0x1E00 and <= 0x1EFF => LatinAdditional[c - 0x1E00].ToString(),
            >= 0x300 and <= 0x36F => "",
            _ => OfOtherAlphabet(c),
        };
    }

    /// <summary>Whether a letter is a non-ASCII Latin letter.</summary>
    internal static bool IsLatin(Rune letter) =>
        letter.Value is >= 0xC0 and <= 0x17F or >= 0x1E00 and <= 0x1EFF && Rune.IsLetter(letter);

    /// <summary>Whether a letter is an ASCII letter with a diacritic, or a combining diacritic.</summary>
    internal static bool IsAccented(Rune letter) =>
        letter.Value is >= 0x300 and <= 0x36F || (IsLatin(letter) && !WithoutAccent.Contains((char)letter.Value));

    private static string? OfOtherAlphabet(int c) => c switch
    {
        'ș' => "s",
        'ț' => "t",
        'ơ' => "o",
        'ư' => "u",
        'ά' => "a",
        'έ' => "e",
        'ή' or 'ί' or 'ϊ' or 'ΐ' => "i",
        'ό' or 'ώ' => "o",
        'ύ' or 'ϋ' or 'ΰ' => "y",
        >= 'α' and <= 'ω' => Greek[c - 'α'],
        >= 'а' and <= 'я' => Cyrillic[c - 'а'],
        'ё' => "yo",
        'є' => "ye",
        'і' => "i",
        'ї' => "yi",
        'ў' => "u",
        'ґ' => "g",
        'ђ' => "dj",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'џ' => "dz",
        >= 0xAC00 and <= 0xD7A3 => Hangul(c - 0xAC00),
        // Full-width ASCII letters and digits, as East Asian keyboards produce them.
        >= 0xFF10 and <= 0xFF19 or >= 0xFF41 and <= 0xFF5A => ((char)(c - 0xFEE0)).ToString(),
        _ => null,
    };

    private static string Hangul(int syllable) =>
        HangulFirst[syllable / 588] + HangulVowel[syllable % 588 / 28] + HangulLast[syllable % 28];
}
