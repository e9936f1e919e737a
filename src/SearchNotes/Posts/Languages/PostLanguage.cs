using System.Collections.Frozen;
using System.Globalization;

namespace SearchNotes.Posts.Languages;

/// <summary>The language of a post: what the blogger says, unless the text clearly says otherwise.</summary>
internal static class PostLanguage
{
    private const string TagPrefix = "lang_";

    // A "language: go" is about something else, and so is a file x.js.md.
    private static readonly FrozenSet<string> Codes =
        ("af ar be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms nl no pl pt ro ru sk sl sq sr sv sw "
        + "ta th tr uk ur uz vi zh").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["english"] = "en",
        ["deutsch"] = "de",
        ["german"] = "de",
        ["français"] = "fr",
        ["francais"] = "fr",
        ["french"] = "fr",
        ["español"] = "es",
        ["spanish"] = "es",
        ["italiano"] = "it",
        ["italian"] = "it",
        ["português"] = "pt",
        ["portuguese"] = "pt",
        ["nederlands"] = "nl",
        ["dutch"] = "nl",
        ["japanese"] = "ja",
        ["日本語"] = "ja",
        ["jp"] = "ja",
        ["korean"] = "ko",
        ["kr"] = "ko",
        ["chinese"] = "zh",
        ["中文"] = "zh",
        ["cn"] = "zh",
        ["russian"] = "ru",
        ["polish"] = "pl",
        ["cz"] = "cs",
        ["nb"] = "no",
        ["nn"] = "no",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The two-letter code of the post's language, or <see langword="null"/> when nothing tells.</summary>
    /// <param name="frontMatter">Its front matter: the key, else a tag such as <c>lang_de</c>.</param>
    /// <param name="fileSuffix">The language that the file's name ends with, as in <c>index.fr.md</c>.</param>
    /// <param name="text">What the text looks like.</param>
    /// <param name="doubt">A sentence when the two disagree.</param>
    internal static string? Decide(FrontMatter frontMatter, string? fileSuffix, TextLanguage text, out string? doubt)
    {
        doubt = null;
        var said = Code(frontMatter.Language) ?? Code(FromTag(frontMatter)) ?? Code(fileSuffix);
        if (said is null || text.Code is null || said == text.Code || !text.IsSure)
            return said ?? text.Code;

        doubt = $"The post is marked as \"{said}\", but its text reads as \"{text.Code}\"; it is taken as \"{text.Code}\".";
        return text.Code;
    }

    /// <summary>Whether two letters are the code of a language.</summary>
    internal static bool IsCode(string letters) => Codes.Contains(letters);

    /// <summary>en-US → en, Deutsch → de, jp → ja; <see langword="null"/> for what is no language.</summary>
    internal static string? Code(string? written)
    {
        if (written is null)
            return null;
        if (Names.TryGetValue(written, out var named))
            return named;

        var end = written.AsSpan().IndexOfAny("-_.");
        var code = (end < 0 ? written : written[..end]).ToLowerInvariant();
        return Names.TryGetValue(code, out named) ? named : IsCode(code) ? code : null;
    }

    private static string? FromTag(FrontMatter frontMatter) =>
        frontMatter.Tags.FirstOrDefault(tag =>
            tag.StartsWith(TagPrefix, ignoreCase: true, CultureInfo.InvariantCulture))?[TagPrefix.Length..];
}
