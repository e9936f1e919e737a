using System.Text.RegularExpressions;
using SearchNotes.Posts.Languages;

namespace SearchNotes.Posts.Pages;

/// <summary>Reads configuration files that are code. Only simple assignments of literal values are understood.</summary>
internal static partial class ScriptConfiguration
{
    /// <summary>Reads a <c>pelicanconf.py</c>; values in <c>publishconf.py</c> take precedence, because it builds the site that is
    /// published.</summary>
    internal static BlogConfiguration? Pelican(string text, BlogFiles files)
    {
        var published = files.Read("publishconf.py") ?? "";
        string? Setting(string name) => Value(published, name) ?? Value(text, name);
        return new BlogConfiguration
        {
            Generator = Generator.Pelican,
            Permalink = (Setting("ARTICLE_URL") ?? Setting("ARTICLE_SAVE_AS")) is { } pattern ? PermalinkPattern.FromBraces(pattern) : null,
            Sections = new Dictionary<string, string>
            {
                ["pages"] = PermalinkPattern.FromBraces(Setting("PAGE_URL") ?? "pages/{slug}.html"),
                ["slugs"] = Setting("SLUGIFY_SOURCE") ?? "title",
                ["category"] = IsFalse(text, "USE_FOLDER_AS_CATEGORY") ? "" : "folder",
            },
            ContentFolder = Setting("PATH")?.Trim('.', '/') is { Length: > 0 } folder ? folder + "/" : "",
            Language = PostLanguage.Code(Setting("DEFAULT_LANG")),
        }.WithSite(Setting("SITEURL"), null);
    }

    /// <summary>Reads an Eleventy configuration and the options in <c>package.json</c>.</summary>
    internal static BlogConfiguration? Eleventy(string text, BlogFiles files)
    {
        // Other scripts may build the blog for another place.
        var package = files.Read("package.json") is { } json ? ConfigurationKeys.OfYaml(json)["scripts.build"] ?? "" : "";
        var directories = Directories().Match(text).Value;
        var input = Value(directories, "input") ?? Option(package, "input") ?? Call(text, "setInputDirectory");
        var isComputed = input is null
            && (Assigned(directories, "input").Any() || text.Contains("setInputDirectory(", StringComparison.Ordinal));
        var folder = input?.Trim('.', '/') is { Length: > 0 } trimmed ? trimmed + "/" : "";
        var data = EleventySite.Read(text, folder, isComputed, files);
        return new BlogConfiguration
        {
            Generator = Generator.Eleventy,
            ContentFolder = folder,
            BasePath = (Value(text, "pathPrefix") ?? Option(package, "pathprefix") ?? "").Trim('/') is { Length: > 0 } prefix
                ? "/" + prefix : "",
            Eleventy = data,
            Notes = [.. data.Programs
                .Select(path => $"The permalink in {path} is a program or a template that is not evaluated; pages by it get no link."),
                .. isComputed ? ["The configuration computes the input folder, which is not evaluated; pages get no link."] : Array.Empty<string>()],
        };
    }

    /// <summary>Reads a Docusaurus configuration.</summary>
    internal static BlogConfiguration? Docusaurus(string text) => new BlogConfiguration
    {
        Generator = Generator.Docusaurus,
        Anchors = AnchorStyle.GitHub,
        EndsWithSlash = IsTrue(text, "trailingSlash") ? true : IsFalse(text, "trailingSlash") ? false : null,
        Sections = new Dictionary<string, string>
        {
            ["blog"] = Part(text, "blog", "routeBasePath") ?? "blog",
            ["docs"] = Part(text, "docs", "routeBasePath") ?? "docs",
        },
    }.WithSite(Value(text, "url"), Value(text, "baseUrl"));

    /// <summary>Reads a Gatsby configuration.</summary>
    internal static BlogConfiguration? Gatsby(string text, BlogFiles files) => new BlogConfiguration
    {
        Generator = Generator.Gatsby,
        Gatsby = GatsbyRoutes.Read(text, files),
        EndsWithSlash = Value(text, "trailingSlash") == "never" ? false : null,
        Anchors = text.Contains("gatsby-remark-autolink-headers", StringComparison.Ordinal) ? AnchorStyle.GitHub : AnchorStyle.Unknown,
    }.WithSite(Value(text, "siteUrl"), Value(text, "pathPrefix"));

    /// <summary>Reads an Astro configuration.</summary>
    internal static BlogConfiguration? Astro(string text, BlogFiles files) => new BlogConfiguration
    {
        Generator = Generator.Astro,
        Anchors = AnchorStyle.GitHub,
        Astro = AstroRoutes.Read(files),
        EndsWithSlash = Value(text, "trailingSlash") switch
        {
            "always" => true,
            "never" => false,
            _ => Value(text, "format") == "file"
            ? false : null
        },
    }.WithSite(Value(text, "site"), Value(text, "base"));

    /// <summary>Reads a Nuxt configuration; <see langword="null"/> if it does not use Nuxt Content.</summary>
    internal static BlogConfiguration? Nuxt(string text) => text.Contains("@nuxt/content", StringComparison.Ordinal)
        ? new BlogConfiguration { Generator = Generator.Nuxt, Anchors = AnchorStyle.GitHub, ContentFolder = "content/" }
            .WithSite(null, Value(text, "baseURL"))
        : null;

    /// <summary>Recognises a Hakyll program, which implies Pandoc's heading ids. Its routes are not evaluated.</summary>
    internal static BlogConfiguration? Hakyll(string text) => text.Contains("Hakyll", StringComparison.Ordinal)
        ? new BlogConfiguration { Generator = Generator.Hakyll, Anchors = AnchorStyle.Pandoc }
        : null;

    /// <summary>Returns the quoted text after <c>name =</c> or <c>name:</c>, at the beginning of a line or behind a bracket or comma. Later
    /// ones belong to plug-ins.</summary>
    private static string? Value(string text, string name)
    {
        foreach (var rest in Assigned(text, name))
        {
            var value = text.AsSpan(rest).TrimStart();
            if (value is ['"' or '\'' or '`', ..] && value[1..].IndexOf(value[0]) is >= 0 and var end)
                return end == 0 || value[1..(end + 1)].Contains("${", StringComparison.Ordinal) ? null : value.Slice(1, end).ToString();
        }

        return null;
    }

    private static bool IsTrue(string text, string name) => Assigned(text, name)
        .Any(rest => text.AsSpan(rest).TrimStart().StartsWith("true", StringComparison.OrdinalIgnoreCase));

    private static bool IsFalse(string text, string name) => Assigned(text, name)
        .Any(rest => text.AsSpan(rest).TrimStart().StartsWith("false", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the positions after the colon or equals sign of a name. Lines that are comments are skipped.</summary>
    private static IEnumerable<int> Assigned(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at =
            text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var line = text.AsSpan((at == 0 ? -1 : text.LastIndexOf('\n', at - 1)) + 1);
            if (line.TrimStart().StartsWith("//") || line.TrimStart().StartsWith("#") || line.TrimStart().StartsWith("*"))
                continue;
            var before = at == 0 ? '\n' : text[at - 1];
            var after = text.AsSpan(at + name.Length).TrimStart("\"' \t");
            if (before is '\n' or ' ' or '\t' or '{' or ',' or '"' or '\'' && after is ['=' or ':', not '=', ..])
                yield return text.Length - after.Length + 1;
        }
    }

    // routeBasePath in blog: { … }.
    private static string? Part(string text, string part, string name)
    {
        var start = Assigned(text, part).FirstOrDefault(rest => text.AsSpan(rest).TrimStart().StartsWith("{"), -1);
        if (start < 0)
            return null;
        var end = text.IndexOf('}', start);
        return Value(end < 0 ? text[start..] : text[start..end], name);
    }

    private static string? Option(string package, string name)
    {
        var at = package.IndexOf($"--{name}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = package.AsSpan(at + name.Length + 3);
        var end = value.IndexOfAny(" \"'\\\n");
        return end <= 0 ? null : value[..end].ToString();
    }

    private static string? Call(string text, string name)
    {
        var at = text.IndexOf(name + "(", StringComparison.Ordinal);
        var value = at < 0 ? default : text.AsSpan(at + name.Length + 1).TrimStart();
        return value is ['"' or '\'', ..] && value[1..].IndexOf(value[0]) is > 0 and var end ? value.Slice(1, end).ToString() : null;
    }

    [GeneratedRegex(@"\bdir\s*[:=]\s*\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Directories();
}
