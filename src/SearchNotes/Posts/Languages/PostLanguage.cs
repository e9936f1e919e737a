using System.Collections.Frozen;
using System.Globalization;

namespace SearchNotes.Posts.Languages;

/// <summary>Decides the language of a post. The blogger's setting wins unless the text clearly contradicts it.</summary>
internal static class PostLanguage
{
    private const string TagPrefix = "lang_";

    // The value must be a known code: "language: go" and a file x.js.md do not name a natural language.
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

    /// <summary>Returns the two-letter code of the post's language, or <see langword="null"/> if unknown.</summary>
    /// <param name="frontMatter">The front matter. Its language key is used, else a tag such as <c>lang_de</c>.</param>
    /// <param name="fileSuffix">The language suffix of the file name, as in <c>index.fr.md</c>.</param>
    /// <param name="text">The language detected in the text.</param>
    /// <param name="doubt">A warning sentence if the two disagree.</param>
    internal static string? Decide(FrontMatter frontMatter, string? fileSuffix, TextLanguage text, out string? doubt)
    {
        doubt = null;
        var stated = Code(frontMatter.Language) ?? Code(FromTag(frontMatter)) ?? Code(fileSuffix);
        if (stated is null || text.Code is null)
            return stated ?? text.Code;
        if (stated == text.Code || !text.IsSure)
            return stated;

        doubt = $"The post is marked as \"{stated}\", but its text looks like \"{text.Code}\"; it is indexed as \"{text.Code}\".";
        return text.Code;
    }

    /// <summary>Whether two letters are a language code.</summary>
    internal static bool IsCode(string letters) => Codes.Contains(letters);

    /// <summary>Returns the two-letter code: en-US → en, Deutsch → de, jp → ja. Returns <see langword="null"/> for an unknown
    /// language.</summary>
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
