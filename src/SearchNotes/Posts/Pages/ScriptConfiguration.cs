using SearchNotes.Posts.Languages;

namespace SearchNotes.Posts.Pages;

/// <summary>Reads configuration files that are code. Only simple assignments on one line are understood.</summary>
internal static class ScriptConfiguration
{
    /// <summary>Reads a <c>pelicanconf.py</c>.</summary>
    internal static BlogConfiguration? Pelican(string text) => new BlogConfiguration
    {
        Generator = Generator.Pelican,
        Permalink = Value(text, "ARTICLE_URL") is { } pattern ? PermalinkPattern.FromBraces(pattern) : null,
        Sections = new Dictionary<string, string>
        {
            ["pages"] = PermalinkPattern.FromBraces(Value(text, "PAGE_URL") ?? "pages/{slug}.html"),
        },
        ContentFolder = Value(text, "PATH")?.Trim('.', '/') is { Length: > 0 } folder ? folder + "/" : "",
        Language = PostLanguage.Code(Value(text, "DEFAULT_LANG")),
    }.WithSite(Value(text, "SITEURL"), null);

    /// <summary>Reads an Eleventy configuration.</summary>
    internal static BlogConfiguration? Eleventy(string text)
    {
        var input = Value(text, "input")?.Trim('.', '/');
        return new BlogConfiguration
        {
            Generator = Generator.Eleventy,
            ContentFolder = string.IsNullOrEmpty(input) ? "" : input + "/",
            BasePath = (Value(text, "pathPrefix") ?? "").TrimEnd('/'),
        };
    }

    /// <summary>Reads a Gatsby configuration.</summary>
    internal static BlogConfiguration? Gatsby(string text) => new BlogConfiguration
    {
        Generator = Generator.Gatsby,
        Anchors = text.Contains("gatsby-remark-autolink-headers", StringComparison.Ordinal) ? AnchorStyle.GitHub : AnchorStyle.Unknown,
    }.WithSite(Value(text, "siteUrl"), null);

    /// <summary>Reads an Astro configuration.</summary>
    internal static BlogConfiguration? Astro(string text) =>
        new BlogConfiguration { Generator = Generator.Astro, Anchors = AnchorStyle.GitHub }
            .WithSite(Value(text, "site"), Value(text, "base"));

    /// <summary>Reads a Nuxt configuration; <see langword="null"/> if it does not use Nuxt Content.</summary>
    internal static BlogConfiguration? Nuxt(string text) => text.Contains("@nuxt/content", StringComparison.Ordinal)
        ? new BlogConfiguration { Generator = Generator.Nuxt, Anchors = AnchorStyle.GitHub, ContentFolder = "content/" }
        : null;

    /// <summary>Recognises a Hakyll program, which implies Pandoc's heading ids. Its routes are not evaluated.</summary>
    internal static BlogConfiguration? Hakyll(string text) => text.Contains("Hakyll", StringComparison.Ordinal)
        ? new BlogConfiguration { Generator = Generator.Hakyll, Anchors = AnchorStyle.Pandoc }
        : null;

    /// <summary>Returns the quoted text after <c>name =</c> or <c>name:</c> on the first line that has it. Later lines belong to
    /// plug-ins.</summary>
    private static string? Value(string text, string name)
    {
        var lines = new TextLines(text);
        while (lines.Read())
        {
            var line = lines.Line.Trim();
            if (!line.StartsWith(name) || line[name.Length..].TrimStart() is not ['=' or ':', .. var rest])
                continue;
            rest = rest.TrimStart();
            if (rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is >= 0 and var end)
                return end == 0 ? null : rest.Slice(1, end).ToString();
        }

        return null;
    }
}
