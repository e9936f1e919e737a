using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>The <c>defaults</c> of Jekyll's configuration: default front matter for posts below a path or in a collection.</summary>
/// <remarks>Precedence as in Jekyll 4.3: the longest path wins. Among paths of equal length, those with a type win, then the
/// last.</remarks>
internal sealed class JekyllDefaults
{
    private readonly IReadOnlyList<Set> sets;

    private JekyllDefaults(IReadOnlyList<Set> sets) => this.sets = sets;

    /// <summary>Empty defaults.</summary>
    internal static JekyllDefaults None { get; } = new([]);

    /// <summary>The permalink patterns in the defaults.</summary>
    internal IEnumerable<string> Permalinks => sets.Select(set => set.Permalink).OfType<string>();

    /// <summary>Reads the defaults from a configuration.</summary>
    /// <param name="keys">The configuration, with list items numbered.</param>
    /// <param name="collectionsFolder">The folder that contains the collections, with a trailing slash. It is removed from the
    /// paths.</param>
    internal static JekyllDefaults Read(ConfigurationKeys keys, string collectionsFolder)
    {
        var count = keys.Below("defaults").Select(pair => Number(pair.Key)).DefaultIfEmpty(-1).Max() + 1;
        return new([.. Enumerable.Range(0, count)
            .Select(number => Set.Read(keys, FormattableString.Invariant($"defaults.{number}."), collectionsFolder))
            .OrderBy(set => set.Path.Length).ThenBy(set => set.Type is not null)]);
    }

    /// <summary>Returns the front matter of a post with the matching defaults applied.</summary>
    /// <param name="path">The post's path below the folder of the collections.</param>
    /// <param name="own">The post's own front matter.</param>
    internal FrontMatter Complete(string path, FrontMatter own)
    {
        var type = TypeOf(path);
        var matching = sets.Where(set => set.AppliesTo(path, type)).ToList();
        if (matching.Count == 0)
            return own;

        // Jekyll joins the lists of categories, and adds the single category if there is one.
        IEnumerable<string> categories =
            [.. Words(Last(matching, set => set.Categories)), .. Words(own.Keys.GetValueOrDefault("categories"))];
        var single = own.Keys.GetValueOrDefault("category") ?? Last(matching, set => set.Category);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in matching.SelectMany(set => set.Values).Concat(own.Keys))
            keys[key] = value;
        keys["categories"] = string.Join(", ", categories.Append(single).OfType<string>().Distinct(StringComparer.Ordinal)) + ",";
        return own with { Permalink = own.Permalink ?? Last(matching, set => set.Permalink), Keys = keys };
    }

    /// <summary>Returns the type that a scope can name: posts, drafts, the name of a collection, or pages.</summary>
    private static string TypeOf(string path)
    {
        var folders = path.Split('/')[..^1];
        return folders.Contains("_posts")
            ? "posts" : folders.Contains("_drafts") ? "drafts" : folders is [['_', .. var collection], ..] ? collection : "pages";
    }

    private static string? Last(IEnumerable<Set> matching, Func<Set, string?> value) =>
        matching.Select(value).LastOrDefault(text => text is not null);

    private static string[] Words(string? text) => text is null
        ? []
        : text.Split(text.Contains(',', StringComparison.Ordinal)
            ? ',' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string key) =>
        int.TryParse(key.AsSpan(0, Math.Max(0, key.IndexOf('.', StringComparison.Ordinal))), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>One entry of the defaults. Entries are ordered by increasing precedence.</summary>
    private sealed record Set(string Path, string? Type, Regex Below, string? Permalink, string? Category, string? Categories,
        IReadOnlyList<KeyValuePair<string, string>> Values)
    {
        internal static Set Read(ConfigurationKeys keys, string prefix, string collectionsFolder)
        {
            var path = (keys[prefix + "scope.path"] ?? "").TrimStart('/');
            var below = collectionsFolder.Length > 0 && path.StartsWith(collectionsFolder, StringComparison.Ordinal)
                ? path[collectionsFolder.Length..] : path;
            return new(path, keys[prefix + "scope.type"], Pattern(below), keys[prefix + "values.permalink"],
                keys[prefix + "values.category"], keys[prefix + "values.categories"],
                [.. keys.Below(prefix + "values").Select(pair => KeyValuePair.Create(pair.Key.ToLowerInvariant(), pair.Value))]);
        }

        internal bool AppliesTo(string path, string type) => IsOfType(type) && Below.IsMatch(path);

        private bool IsOfType(string type) => Type is null || Type == type || Type + "s" == type;

        /// <summary>Returns a pattern for the paths that begin with the given path. <c>*</c> matches within a name, <c>**</c> any
        /// folders.</summary>
        private static Regex Pattern(string path) => new(
            "^" + Regex.Escape(path).Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
