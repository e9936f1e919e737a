using SearchNotes.Posts.Languages;

namespace SearchNotes.Posts.Pages;

/// <summary>Reads Hugo's configuration.</summary>
internal static class HugoConfiguration
{
    /// <summary>Returns the configuration; <see langword="null"/> if the file does not belong to Hugo.</summary>
    internal static BlogConfiguration? Read(ConfigurationKeys keys)
    {
        if (!keys.HasAny("baseURL", "languageCode", "markup.defaultMarkdownHandler", "permalinks", "contentDir", "defaultContentLanguage",
            "paginate"))
        {
            return null;
        }

        return new BlogConfiguration
        {
            Generator = Generator.Hugo,
            Anchors = keys["markup.goldmark.parser.autoHeadingIDType"] switch
            {
                _ when keys["markup.goldmark.parser.autoHeadingID"] == "false" => AnchorStyle.Unknown,
                "github-ascii" => AnchorStyle.HugoAscii,
                "blackfriday" => AnchorStyle.HugoBlackfriday,
                _ => keys["markup.defaultMarkdownHandler"] == "blackfriday" ? AnchorStyle.HugoBlackfriday : AnchorStyle.Hugo,
            },
            ContentFolder = (keys["contentDir"] ?? "content").Trim('/') + "/",
            Sections = Sections(keys),
            HasUglyUrls = keys["uglyURLs"] == "true",
            Language = PostLanguage.Code(keys["defaultContentLanguage"] ?? keys["languageCode"]),
        }.WithSite(keys["baseURL"], null);
    }

    // [permalinks] posts = "…", and since 0.115 [permalinks.page] posts = "…".
    private static Dictionary<string, string> Sections(ConfigurationKeys keys)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (section, pattern) in keys.Below("permalinks"))
        {
            if (!section.StartsWith("section.", StringComparison.OrdinalIgnoreCase))
                sections[section.StartsWith("page.", StringComparison.OrdinalIgnoreCase) ? section[5..] : section] = pattern;
        }

        return sections;
    }
}
