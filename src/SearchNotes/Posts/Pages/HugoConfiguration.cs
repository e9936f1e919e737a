using System.Text.RegularExpressions;
using SearchNotes.Posts.Languages;

namespace SearchNotes.Posts.Pages;

/// <summary>Reads Hugo's configuration.</summary>
internal static class HugoConfiguration
{
    private const int MaxPatterns = 20;
    private const int MaxPatternCharacters = 200;

    private static readonly string[] Folders = ["config/_default", "config/production"];

    private static readonly string[] SiteKeys =
        ["baseURL", "languageCode", "markup.defaultMarkdownHandler", "permalinks", "contentDir", "defaultContentLanguage", "paginate",
            "pagination.pagerSize", "locale"];

    /// <summary>Returns the configuration; <see langword="null"/> if the file does not belong to Hugo.</summary>
    /// <param name="keys">The keys of the main configuration file.</param>
    /// <param name="files">The blog's other files.</param>
    internal static BlogConfiguration? Read(ConfigurationKeys keys, BlogFiles files)
    {
        keys = Folders.Aggregate(keys, (all, folder) => WithFolder(all, folder, files));
        if (!keys.HasAny(SiteKeys))
            return null;
        var content = (Mounted(keys) ?? keys["contentDir"] ?? "content").Trim('/') + "/";
        return new BlogConfiguration
        {
            Generator = Generator.Hugo,
            Anchors = Anchors(keys, files),
            ContentFolder = content,
            Sections = Sections(keys),
            HasUglyUrls = keys["uglyURLs"] == "true",
            Language = PostLanguage.Code(keys["defaultContentLanguage"] ?? keys["languageCode"] ?? keys["locale"]),
            Hugo = Site(keys, content, files),
        }.WithSite(keys["baseURL"], null);
    }

    // [[module.mounts]] source = "content/en", target = "content": the folder that is mounted as the content.
    private static string? Mounted(ConfigurationKeys keys) =>
        Enumerable.Range(0, MaxPatterns).Select(i => FormattableString.Invariant($"module.mounts.{i}."))
            .Where(mount => keys[mount + "target"]?.Trim('/') == "content").Select(mount => keys[mount + "source"]).FirstOrDefault();

    // permalinks.toml contains what is below permalinks elsewhere, and languages.en.toml what is below languages.en.
    private static ConfigurationKeys WithFolder(ConfigurationKeys keys, string folder, BlogFiles files)
    {
        foreach (var path in files.Find(folder + "/", name => Path.GetExtension(name) is ".toml" or ".yaml" or ".yml" or ".json"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (files.Read(path) is { } text && name is not ("params" or "menus" or "menu"))
                keys = keys.With(ConfigurationKeys.Of(path, text), name is "hugo" or "config" ? "" : name + ".");
        }

        return keys;
    }

    private static AnchorStyle Anchors(ConfigurationKeys keys, BlogFiles files) => keys["markup.goldmark.parser.autoHeadingIDType"] switch
    {
        _ when keys["markup.goldmark.parser.autoHeadingID"] == "false" => AnchorStyle.Unknown,
        "github-ascii" => AnchorStyle.HugoAscii,
        "blackfriday" => AnchorStyle.HugoBlackfriday,
        _ when keys["markup.defaultMarkdownHandler"] == "blackfriday" => AnchorStyle.HugoBlackfriday,
        _ => HugoVersion.IsBefore(144, keys, files) switch
        {
            true => AnchorStyle.Hugo,
            false => AnchorStyle.HugoText,
            null => AnchorStyle.HugoAnyVersion,
        },
    };

    // [permalinks] posts = "…", and since 0.115 [permalinks.page] posts = "…".
    private static Dictionary<string, string> Sections(ConfigurationKeys keys)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (section, pattern) in keys.Below("permalinks"))
        {
            if (!section.StartsWith("section.", StringComparison.OrdinalIgnoreCase))
            {
                sections[section.StartsWith("page.", StringComparison.OrdinalIgnoreCase) ? section[5..].Trim('/') : section.Trim('/')] =
                    pattern;
            }
        }

        return sections;
    }

    private static HugoSite Site(ConfigurationKeys keys, string content, BlogFiles files)
    {
        var languages = Languages(keys);
        string[] contents = [content, .. languages.Values.Select(l => l.ContentFolder).OfType<string>()
            .Where(f => !f.StartsWith(content, StringComparison.Ordinal))];
        var dates = keys.Items("frontmatter.date");
        return new HugoSite
        {
            Languages = languages,
            DefaultLanguage = keys["defaultContentLanguage"]?.ToLowerInvariant() ?? "en",
            HasDefaultInFolder = keys["defaultContentLanguageInSubdir"] == "true",
            KeepsCase = keys["disablePathToLower"] == "true",
            RemovesAccents = keys["removePathAccents"] == "true",
            TakesDateFromName = dates.Count > 0 && dates[0].Equals(":filename", StringComparison.OrdinalIgnoreCase),
            BuildsFuture = keys["buildFuture"] == "true",
            BuildsExpired = keys["buildExpired"] == "true",
            Ignored = [.. keys.Items("ignoreFiles").Take(MaxPatterns).Select(Pattern).OfType<Regex>()],
            Cascades = [.. contents.SelectMany(folder => HugoCascades.Read(folder, keys, files))],
            Branches = contents.SelectMany(folder => files.Find(folder, name => name.StartsWith("_index.", StringComparison.Ordinal)))
                .Select(path => path[..(path.LastIndexOf('/') + 1)]).ToHashSet(StringComparer.Ordinal),
            DisabledLanguages = [.. Codes(keys).Where(code => IsDisabled(keys, code)), .. keys.Items("disableLanguages")],
            Bundles = contents.SelectMany(folder => files.Find(folder, HugoCascades.IsLeafIndex))
                .Select(path => path[..(path.LastIndexOf('/') + 1)])
                .Where(folder => !contents.Contains(folder)).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, HugoLanguage> Languages(ConfigurationKeys keys)
    {
        var languages = new Dictionary<string, HugoLanguage>(StringComparer.Ordinal);
        foreach (var code in Codes(keys).Where(code => !IsDisabled(keys, code)))
        {
            var folder = keys[$"languages.{code}.contentDir"]?.Trim('/');
            languages[code.ToLowerInvariant()] = new HugoLanguage(folder is null ? null : folder + "/", keys[$"languages.{code}.baseURL"]);
        }

        return languages;
    }

    private static IEnumerable<string> Codes(ConfigurationKeys keys) =>
        keys.Below("languages").Select(pair => pair.Key.Split('.')[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsDisabled(ConfigurationKeys keys, string code) => keys[$"languages.{code}.disabled"] == "true";

    private static Regex? Pattern(string written)
    {
        if (written.Length > MaxPatternCharacters)
            return null;
        try
        {
            return new Regex(written, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Hugo would not build the site with it either.
            return null;
        }
    }
}
