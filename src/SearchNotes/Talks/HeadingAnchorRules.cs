using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using SearchNotes.Posts;
using SearchNotes.Posts.Letters;

namespace SearchNotes.Talks;

/// <summary>How each Markdown engine makes an id of a heading, before repeats are told apart.</summary>
/// <remarks>Checked against the engines themselves; docs/links.md says which versions.</remarks>
internal static class HeadingAnchorRules
{
    private static readonly SearchValues<char> MarkUp = SearchValues.Create("<>[]`*_\\");

    // Nobody links to a heading as long as a page.
    private const int MaxCharacters = 1000;

    /// <summary>The id of a heading's source; empty where the engine makes an empty one.</summary>
    internal static string Make(AnchorStyle style, string source) => style switch
    {
        _ when source.Length > MaxCharacters => "",
        AnchorStyle.Pandoc => Pandoc(HeadingAnchorText.Read(HeadingAnchorAttributes.Without(source, "]{"))),
        AnchorStyle.GitHub => GitHub(HeadingAnchorText.Read(source).WithoutImages()),
        AnchorStyle.KramdownGfm =>
            GitHub(HeadingAnchorText.Read(HeadingAnchorAttributes.Without(source, "{:").Replace('\t', ' ')).WithoutImages()
                .WithTypography()),
        AnchorStyle.Kramdown => Kramdown(source),
        AnchorStyle.Hugo => Hugo(source, asciiOnly: false),
        AnchorStyle.HugoText => Hugo(HeadingAnchorText.Read(source).WithTypography().Text, asciiOnly: false),
        AnchorStyle.HugoAscii => Hugo(source, asciiOnly: true),
        AnchorStyle.HugoBlackfriday => Blackfriday(source),
        AnchorStyle.Redcarpet => Redcarpet(HeadingAnchorText.Read(source, isLoose: true).WithoutImages(), source),
        AnchorStyle.Hexo => Hexo(HeadingAnchorText.Read(source).WithoutImages()),
        _ => "",
    };

    /// <summary>24 plugins in C# &amp; F# → plugins-in-c-f; py.test → py.test; ??? → section.</summary>
    private static string Pandoc(HeadingAnchorText heading)
    {
        var kept = Filter(heading.WithTypography().Text, r => r.Value is '_' or '-' or '.' || Rune.IsWhiteSpace(r) || IsLetterOrNumber(r));
        var words = string.Join('-', kept.ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var firstLetter = IndexOf(words, Rune.IsLetter);
        return firstLetter < 0 ? "section" : words[firstLetter..];
    }

    /// <summary>24 plugins in C# &amp; F# → 24-plugins-in-c--f; py.test → pytest.</summary>
    private static string GitHub(HeadingAnchorText heading) =>
        Filter(heading.Text.ToLowerInvariant(), r => IsWord(r) || r.Value is '-' or ' ').Replace(' ', '-');

    /// <summary>Works on the source, link addresses and all; 24 plugins → plugins; La légende → la-lgende; ??? → section.</summary>
    private static string Kramdown(string source)
    {
        var kept = Filter(source[Math.Max(0, IndexOf(source, r => r.IsAscii && Rune.IsLetter(r)))..], r => r.Value is ' ' or '-'
            || (r.IsAscii && Rune.IsLetterOrDigit(r)));
        var id = kept.Replace(' ', '-').ToLowerInvariant();
        return IndexOf(id, Rune.IsLetter) < 0 ? "section" : id;
    }

    /// <summary>Works on the source, link addresses and all; [Loop](http://x.y) → loophttpxy; ??? → heading.</summary>
    private static string Hugo(string source, bool asciiOnly)
    {
        var (text, last) = asciiOnly ? (WithoutAccents(source), '\x7F') : (source, int.MaxValue);
        var kept = Filter(text, r => r.Value is '-' or ' ' or '_' || (Rune.IsLetterOrDigit(r) && r.Value <= last));
        return OrHeading(kept.Replace(' ', '-').ToLowerInvariant());
    }

    /// <summary>Every run of what is neither letter nor number is one hyphen: C# &amp; F# → c-f.</summary>
    private static string Blackfriday(string source) =>
        OrHeading(Words(source, r => Rune.IsLetter(r) || Rune.IsNumber(r)).ToLowerInvariant());

    /// <summary>Letters of ASCII and underscores stay; a text without any becomes a number: ??? → part-b87c742.</summary>
    private static string Redcarpet(HeadingAnchorText heading, string source)
    {
        // It looks at the finished HTML and skips entities, among them the apostrophe: Don't → dont.
        var id = Words(heading.WithoutEntities().Text, r => r.IsAscii && (Rune.IsLetterOrDigit(r) || r.Value == '_')).ToLowerInvariant();

        // The number comes from that HTML too; with links or tags in it, better no id than a wrong one.
        return id.Length > 0 || Html(source) is not { } html ? id : "part-" + Djb2(html).ToString("x", CultureInfo.InvariantCulture);
    }

    private static string? Html(string source)
    {
        if (source is ['*', '*', _, .., '*', '*'])
            return Html(source[2..^2]) is { } inside ? $"<strong>{inside}</strong>" : null;
        if (source.AsSpan().ContainsAny(MarkUp))
            return null;

        // It leaves entities as they are.
        var escaped = WebUtility.HtmlDecode(source) == source ? source.Replace("&", "&amp;", StringComparison.Ordinal) : source;
        return escaped.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
    }

    private static ulong Djb2(string html)
    {
        var hash = 5381UL;
        foreach (var b in Encoding.UTF8.GetBytes(html))
            hash = unchecked((hash << 5) + hash + b);
        return hash;
    }

    /// <summary>Case stays and accents go: La légende d'Ecran → La-legende-d-Ecran. What looks like a tag goes even from code.</summary>
    private static string Hexo(HeadingAnchorText heading) =>
        Words(Filter(Folded(WithoutTags(heading.Text)), r => r.Value >= ' '), r => !Rune.IsWhiteSpace(r) && !IsHexoSpecial(r));

    private static string WithoutTags(string text)
    {
        for (var start = text.IndexOf('<', StringComparison.Ordinal); start >= 0
            && start + 1 < text.Length; start = text.IndexOf('<', start + 1))
        {
            if (char.IsWhiteSpace(text[start + 1]))
                continue;
            var end = text.IndexOf('>', start);
            text = text[..start] + (end < 0 ? "" : text[(end + 1)..]);
            start--;
        }

        return text;
    }

    private static bool IsLetterOrNumber(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune);

    private static bool IsHexoSpecial(Rune rune) => rune.IsAscii && !Rune.IsLetterOrDigit(rune);

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.ConnectorPunctuation;

    private static string OrHeading(string id) => id.Length == 0 ? "heading" : id;

    private static string Filter(string text, Func<Rune, bool> keep)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keep(rune))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>The runs of kept characters with one hyphen between them.</summary>
    private static string Words(string text, Func<Rune, bool> keep)
    {
        var words = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (keep(rune))
                words.Append(gap && words.Length > 0 ? "-" : "").Append(rune.ToString());
            gap = !keep(rune);
        }

        return words.ToString();
    }

    private static int IndexOf(string text, Func<Rune, bool> fits)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (fits(rune))
                return index;
            index += rune.Utf16SequenceLength;
        }

        return -1;
    }

    /// <summary>Accents only: ø, ß and their like are letters of their own to this engine, and no ASCII.</summary>
    private static string WithoutAccents(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Transliteration.IsAccented(r) ? Cased(r, Transliteration.Of(r)) : r.ToString()));

    private static string Folded(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Transliteration.IsLatin(r) ? Cased(r, Transliteration.Of(r)) : r.ToString()));

    private static string Cased(Rune original, string? letters) =>
        letters is null ? original.ToString() : Rune.IsUpper(original) ? letters.ToUpperInvariant() : letters;
}
