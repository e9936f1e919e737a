using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchNotes.Posts.Letters;

namespace SearchNotes.Posts;

/// <summary>Makes the segments of ids and of SearchNotes URLs.</summary>
internal static class Slug
{
    /// <summary>Returns a text as lower-case words joined by hyphens. The slug is deterministic and contains only
    /// <c>[a-z0-9-]</c>.</summary>
    /// <remarks>
    /// "Don't Do This" → dont-do-this, "Océane Nuñez" → oceane-nunez, "アウトラインメモ" → autorainmemo. Letters without a transliteration (測試)
    /// are replaced by six letters of a hash at the end, so that different texts get different slugs. A text without letters and digits
    /// gives "".
    /// </remarks>
    public static string Make(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = new StringBuilder(text.Length);
        var untransliterated = new StringBuilder();
        for (var i = 0; i < text.Length;)
            i += Append(slug, untransliterated, text.AsSpan(i));

        if (untransliterated.Length > 0)
            Hyphen(slug).Append(Hash(untransliterated.ToString()));
        return slug.ToString().Trim('-');
    }

    private static int Append(StringBuilder slug, StringBuilder untransliterated, ReadOnlySpan<char> text)
    {
        if (Kana.Is(text[0]))
        {
            var length = 1;
            while (length < text.Length && Kana.Is(text[length]))
                length++;
            slug.Append(Kana.Romanise(text[..length]));
            return length;
        }

        Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        if (Transliteration.Of(rune) is { } letters)
            slug.Append(letters);
        else if (IsLetter(rune))
            untransliterated.Append(rune.ToString());
        else if (!IsApostrophe(rune))
            Hyphen(slug);
        return consumed;
    }

    private static StringBuilder Hyphen(StringBuilder slug) =>
        slug.Length == 0 || slug[^1] == '-' ? slug : slug.Append('-');

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or '`' or '´';

    private static string Hash(string letters)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(letters));
        return string.Concat(hash.Take(6).Select(b => alphabet[b & 31]));
    }
}
