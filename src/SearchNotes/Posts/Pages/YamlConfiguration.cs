namespace SearchNotes.Posts.Pages;

/// <summary>Reads a <c>_config.yml</c> of Jekyll, Hexo or Jupyter Book.</summary>
internal static class YamlConfiguration
{
    /// <summary>Returns the configuration.</summary>
    /// <param name="text">The file.</param>
    /// <param name="files">The blog's other files.</param>
    internal static BlogConfiguration? Read(string text, BlogFiles files)
    {
        var keys = ConfigurationKeys.OfYaml(text);
        var isHexo = keys.HasAny("source_dir", "public_dir", "new_post_name", "skip_render", "post_asset_folder")
            || (files.Read("package.json") is { } package
                && ConfigurationKeys.OfYaml(package).HasAny("dependencies.hexo", "devDependencies.hexo", "hexo.version"));
        var isJupyterBook = keys.HasAny("only_build_toc_files", "launch_buttons.notebook_interface", "execute.execute_notebooks",
            "parse.myst_enable_extensions");
        if (isJupyterBook)
            return new BlogConfiguration { Generator = Generator.Sphinx };
        return isHexo ? Hexo(keys) : Jekyll(keys);
    }

    private static BlogConfiguration Jekyll(ConfigurationKeys keys)
    {
        var collections = Folder(keys["collections_dir"]);
        return new BlogConfiguration
        {
            Generator = Generator.Jekyll,
            Permalink = keys["permalink"],
            Anchors = JekyllAnchors(keys),
            Sections = Collections(keys)
            .ToDictionary(name => name, name => keys[$"collections.{name}.permalink"] ?? "/:collection/:path" + Suffix(keys["permalink"])),
            ContentFolder = Folder(keys["source"]),
            CollectionsFolder = collections,
            Defaults = JekyllDefaults.Read(keys, collections),
            Jekyll = JekyllSite.Read(keys),
            Language = keys["lang"],
            Notes = ParsingNotes(keys),
        }.WithSite(keys["url"], keys["baseurl"]);
    }

    /// <summary>Returns the names of the collections that have pages. Posts always have pages; they are included if they have their own
    /// permalink pattern.</summary>
    private static IEnumerable<string> Collections(ConfigurationKeys keys) => keys.Below("collections")
        .Where(k => (k.Key.EndsWith(".output", StringComparison.Ordinal) && k.Value == "true") || k.Key == "posts.permalink")
        .Select(k => k.Key[..k.Key.LastIndexOf('.')])
        .Distinct(StringComparer.Ordinal);

    // The pages of a collection without a pattern of its own end like the pattern of the blog.
    private static string Suffix(string? pattern) => pattern is null or "date" or "ordinal" or "none" or "weekdate" ? ":output_ext"
        : pattern == "pretty" || pattern.EndsWith('/') ? "/" : pattern.EndsWith(":output_ext", StringComparison.Ordinal) ? ":output_ext"
            : "";

    private static string Folder(string? path) => path?.Trim('.', '/') is { Length: > 0 } folder ? folder + "/" : "";

    private static string[] ParsingNotes(ConfigurationKeys keys) =>
        keys.Problem is { } problem ? [$"It was read line by line, since {problem}: keys inside others may be missing."] : [];

    private static AnchorStyle JekyllAnchors(ConfigurationKeys keys) => (keys["markdown"] ?? "kramdown").ToLowerInvariant() switch
    {
        "redcarpet" or "redcarpet2" => keys["redcarpet.extensions"]?.Contains("with_toc_data", StringComparison.Ordinal) == true
            ? AnchorStyle.Redcarpet : AnchorStyle.Unknown,
        "kramdown" when keys["kramdown.auto_ids"] == "false" => AnchorStyle.Unknown,
        "kramdown" => (keys["kramdown.input"] ?? "GFM").Equals("GFM", StringComparison.OrdinalIgnoreCase)
            ? AnchorStyle.KramdownGfm : AnchorStyle.Kramdown,
        "pandoc" => AnchorStyle.Pandoc,
        _ => AnchorStyle.Unknown,
    };

    // What stands for a category in an address, and the name of a post's category when it has none.
    private static Dictionary<string, string> HexoNames(ConfigurationKeys keys)
    {
        var names = keys.Below("category_map").ToDictionary(pair => "category." + pair.Key, pair => pair.Value, StringComparer.Ordinal);
        names["category"] = keys["default_category"] ?? "uncategorized";
        return names;
    }

    private static BlogConfiguration Hexo(ConfigurationKeys keys) => new BlogConfiguration
    {
        Generator = Generator.Hexo,
        Permalink = keys["permalink"],
        Anchors = keys["marked.headerIds"] == "false" ? AnchorStyle.Unknown : AnchorStyle.Hexo,
        ContentFolder = (keys["source_dir"] ?? "source").Trim('/') + "/",
        Sections = HexoNames(keys),
        NamesHoldDates = keys["new_post_name"]?.StartsWith(":year", StringComparison.Ordinal) == true,
        Language = keys["language"],
        EndsWithHtml = keys["pretty_urls.trailing_html"] != "false",
        Zone = JekyllSite.ZoneOf(keys),
        Notes = ParsingNotes(keys),
    }.WithSite(keys["url"], keys["root"]);
}
