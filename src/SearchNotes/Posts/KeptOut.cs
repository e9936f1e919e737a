using SearchNotes.Posts.Keys;

namespace SearchNotes.Posts;

/// <summary>Decides which posts their author keeps out of the search, by front matter or settings.</summary>
internal static class KeptOut
{
    private static readonly string[] No = ["search", "searchable", "pagefind", "searchindex"];

    private static readonly string[] Yes =
        ["searchexclude", "searchexcluded", "excludefromsearch", "excludesearch", "search.exclude", "searchhidden", "nosearch", "noindex",
            "robotsnoindex", "unlisted"];

    /// <summary>Returns the reason why a post is kept out, as the end of a sentence; <see langword="null"/> if it is not.</summary>
    internal static string? Reason(FrontMatter frontMatter, IReadOnlyList<string> categories, FolderOptions settings)
    {
        foreach (var (key, value) in frontMatter.Keys)
        {
            var name = FrontMatterKeys.Fold(key);
            var isKeptOut = No.Contains(name) ? IsBoolean(value, "false", "no", "off")
                : Yes.Contains(name) ? IsBoolean(value, "true", "yes", "on")
                : name is "robots" or "robot" && value.Contains("noindex", StringComparison.OrdinalIgnoreCase);
            if (isKeptOut)
                return $"its front matter says {key}: {value}";
        }

        if (settings.Search == false)
            return "the setting search is false for it";
        return settings.Without?.Of(frontMatter.Tags, categories) is { } named ? $"the setting without names its {named}" : null;
    }

    private static bool IsBoolean(string value, params string[] words) => words.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
}
