using System.Globalization;
using System.Text;
using SearchNotes.Posts.Letters;

namespace SearchNotes.Posts.Pages;

/// <summary>Slug rules of the generators for titles and file names.</summary>
internal static class PageSlug
{
    /// <summary>Returns Jekyll's <c>:title</c>: case and some punctuation are kept, other runs of characters become one hyphen.</summary>
    internal static string JekyllTitle(string text) =>
        Words(text, r => IsLetterOrMark(r) || Rune.IsDigit(r) || "._~!$&'()+,;=@".Contains(r.ToString(), StringComparison.Ordinal));

    /// <summary>Returns Jekyll's <c>:slug</c>: letters and digits in lower case, other runs of characters become one hyphen.</summary>
    internal static string JekyllSlug(string text) => Words(text, r => IsLetterOrMark(r) || Rune.IsDigit(r)).ToLowerInvariant();

    /// <summary>Returns Hugo's slug of a title or folder: lower case, spaces become hyphens, most punctuation is dropped.</summary>
    internal static string Hugo(string text) => HugoCased(text).ToLowerInvariant();

    /// <summary>Returns Hugo's slug with its case kept. Hyphens of the text stay as they are; spaces beside them are dropped.</summary>
    internal static string HugoCased(string text)
    {
        var slug = new StringBuilder(text.Length);
        var isBehindSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInHugoPath(rune))
            {
                isBehindSpace |= Rune.IsWhiteSpace(rune) && slug.Length > 0 && slug[^1] != '-';
                continue;
            }

            if (isBehindSpace && rune.Value != '-')
                slug.Append('-');
            isBehindSpace = false;
            slug.Append(rune.ToString());
        }

        return slug.ToString();
    }

    private static bool IsInHugoPath(Rune rune) => IsLetterOrMark(rune) || Rune.IsDigit(rune)
        || (rune.IsAscii && "._#+~-@/\\".Contains((char)rune.Value, StringComparison.Ordinal));

    /// <summary>Returns Hexo's slug: accents are removed, runs of spaces and ASCII punctuation become one hyphen.</summary>
    internal static string Hexo(string text) => Words(WithoutAccents(text), r => r.IsAscii ? Rune.IsLetterOrDigit(r) : !Rune.IsWhiteSpace(r));

    /// <summary>Returns Pelican's slug of a title; <see langword="null"/> if it contains letters whose Pelican transliteration is
    /// unknown.</summary>
    internal static string? Pelican(string title)
    {
        var kept = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
        {
            if (rune.IsAscii ? Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or ' ' : Transliteration.IsLatin(rune))
                kept.Append(Transliteration.Of(rune) ?? rune.ToString());
            else if (!rune.IsAscii && Rune.IsLetter(rune))
                return null;
        }

        return Words(kept.ToString(), r => Rune.IsLetterOrDigit(r) || r.Value == '_').ToLowerInvariant();
    }

    /// <summary>Returns Eleventy's slug of a text; <see langword="null"/> if it has letters or signs whose replacement depends on the
    /// version.</summary>
    internal static string? Eleventy(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isCamelCase = i > 0 && char.IsAsciiLetterLower(text[i - 1]) && char.IsAsciiLetterUpper(text[i]);
            if (isCamelCase || !char.IsAscii(text[i]) || "&$%@#*+<>|=~^".Contains(text[i], StringComparison.Ordinal))
                return null;
        }

        return Words(text.Replace("'", "", StringComparison.Ordinal), r => Rune.IsLetterOrDigit(r)).ToLowerInvariant();
    }

    /// <summary>Returns a path with the accents of its letters removed.</summary>
    internal static string WithoutAccents(string path) =>
        string.Concat(path.EnumerateRunes()
            .Select(r => Transliteration.IsAccented(r) ? Transliteration.Of(r) ?? r.ToString() : r.ToString()));

    private static string Words(string text, Func<Rune, bool> keep)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keep(rune))
                words.Append(rune.ToString());
            else if (words.Length > 0 && words[^1] != '-')
                words.Append('-');
        }

        return words.ToString().Trim('-');
    }

    private static bool IsLetterOrMark(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark;
}
