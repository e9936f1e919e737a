using System.Buffers;
using System.Text;

namespace SearchNotes.Posts.Letters;

/// <summary>Writes letters of other alphabets with the letters a to z.</summary>
/// <remarks>The program runs without culture data, where <c>string.Normalize</c> changes nothing; hence these small tables.</remarks>
internal static class Transliteration
{
    // One letter for each code point from U+00E0, U+0100 and U+1E00 on; '*' stands for a letter that takes two.
    private const string Latin1 = "aaaaaa*ceeeeiiiidnooooo ouuuuy*y";
    private const string LatinA =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzz"
        + "htwyasss*daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

    // Latin letters that are no letter of ASCII with something on it.
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

    /// <summary>The letters for one letter, in lower case; empty for a mark that only changes the letter before it;
    /// <see langword="null"/> for a letter that these tables cannot write (Chinese above all), and for what is no letter.</summary>
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

    /// <summary>Whether a letter is a Latin one beyond ASCII, accented or of its own.</summary>
    internal static bool IsLatin(Rune letter) =>
        letter.Value is >= 0xC0 and <= 0x17F or >= 0x1E00 and <= 0x1EFF && Rune.IsLetter(letter);

    /// <summary>Whether a letter is one of ASCII with an accent, or an accent by itself.</summary>
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
        // The wide forms of ASCII letters and digits that East Asian keyboards produce.
        >= 0xFF10 and <= 0xFF19 or >= 0xFF41 and <= 0xFF5A => ((char)(c - 0xFEE0)).ToString(),
        _ => null,
    };

    private static string Hangul(int syllable) =>
        HangulFirst[syllable / 588] + HangulVowel[syllable % 588 / 28] + HangulLast[syllable % 28];
}
