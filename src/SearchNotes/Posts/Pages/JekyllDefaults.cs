using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>The <c>defaults</c> of Jekyll's configuration: front matter that posts below a path, or of a collection, have unless
/// they say otherwise. Of its values, those count that the address of a page is made from.</summary>
/// <remarks>Precedence as in Jekyll 4.3: the longer path wins; of paths as long as each other, the one with a type and then the
/// later.</remarks>
internal sealed class JekyllDefaults
{
    private readonly IReadOnlyList<Set> sets;

    private JekyllDefaults(IReadOnlyList<Set> sets) => this.sets = sets;

    /// <summary>No defaults.</summary>
    internal static JekyllDefaults None { get; } = new([]);

    /// <summary>The permalinks that they give.</summary>
    internal IEnumerable<string> Permalinks => sets.Select(set => set.Permalink).OfType<string>();

    /// <summary>Reads them.</summary>
    /// <param name="keys">The configuration, items of lists numbered.</param>
    /// <param name="collectionsFolder">The folder that holds the collections, with a slash at the end; paths are meant without it.</param>
    internal static JekyllDefaults Read(ConfigurationKeys keys, string collectionsFolder)
    {
        var count = keys.Below("defaults").Select(pair => Number(pair.Key)).DefaultIfEmpty(-1).Max() + 1;
        return new([.. Enumerable.Range(0, count)
            .Select(number => Set.Read(keys, FormattableString.Invariant($"defaults.{number}."), collectionsFolder))
            .OrderBy(set => set.Path.Length).ThenBy(set => set.Type is not null)]);
    }

    /// <summary>The front matter of a post with what it is given.</summary>
    /// <param name="path">The post below the folder that the collections are in.</param>
    /// <param name="own">What the post says itself.</param>
    internal FrontMatter Complete(string path, FrontMatter own)
    {
        var type = TypeOf(path);
        var given = sets.Where(set => set.Holds(path, type)).ToList();
        if (given.Count == 0)
            return own;

        // Jekyll joins the lists, and takes the single category where there is one.
        IEnumerable<string> categories = [.. Words(Last(given, set => set.Categories)), .. Words(own.Keys.GetValueOrDefault("categories"))];
        var single = own.Keys.GetValueOrDefault("category") ?? Last(given, set => set.Category);
        return own with
        {
            Permalink = own.Permalink ?? Last(given, set => set.Permalink),
            Keys = new Dictionary<string, string>(own.Keys) { ["categories"] =
                string.Join(", ", categories.Concat(Words(single)).Distinct(StringComparer.Ordinal)) },
        };
    }

    /// <summary>What a type in a scope may say: posts, drafts, the name of a collection, or pages.</summary>
    private static string TypeOf(string path)
    {
        var folders = path.Split('/')[..^1];
        return folders.Contains("_posts")
            ? "posts" : folders.Contains("_drafts") ? "drafts" : folders is [['_', .. var collection], ..] ? collection : "pages";
    }

    private static string? Last(IEnumerable<Set> given, Func<Set, string?> value) =>
        given.Select(value).LastOrDefault(text => text is not null);

    private static string[] Words(string? text) => text is null
        ? []
        : text.Split(text.Contains(',', StringComparison.Ordinal)
            ? ',' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string key) =>
        int.TryParse(key.AsSpan(0, Math.Max(0, key.IndexOf('.', StringComparison.Ordinal))), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>One of them. They are kept from the weakest to the strongest.</summary>
    private sealed record Set(string Path, string? Type, Regex Below, string? Permalink, string? Category, string? Categories)
    {
        internal static Set Read(ConfigurationKeys keys, string prefix, string collectionsFolder)
        {
            var path = (keys[prefix + "scope.path"] ?? "").TrimStart('/');
            var below = collectionsFolder.Length > 0 && path.StartsWith(collectionsFolder, StringComparison.Ordinal)
                ? path[collectionsFolder.Length..] : path;
            return new(path, keys[prefix + "scope.type"], Pattern(below), keys[prefix + "values.permalink"],
                keys[prefix + "values.category"], keys[prefix + "values.categories"]);
        }

        internal bool Holds(string path, string type) => (Type is null || Type == type || Type + "s" == type) && Below.IsMatch(path);

        /// <summary>A path is the beginning of the paths that it means; a star stands for a part of a name, two of them for
        /// folders.</summary>
        private static Regex Pattern(string path) => new(
            "^" + Regex.Escape(path).Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
