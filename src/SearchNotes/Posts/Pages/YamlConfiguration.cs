namespace SearchNotes.Posts.Pages;

/// <summary>Reads a <c>_config.yml</c>, which is Jekyll's or Hexo's.</summary>
internal static class YamlConfiguration
{
    /// <summary>The configuration.</summary>
    internal static BlogConfiguration? Read(string text)
    {
        var keys = ConfigurationKeys.OfYaml(text);
        return keys.HasAny("source_dir", "public_dir", "new_post_name", "skip_render", "post_asset_folder") ? Hexo(keys) : Jekyll(keys);
    }

    private static BlogConfiguration Jekyll(ConfigurationKeys keys) => new BlogConfiguration
    {
        Generator = Generator.Jekyll,
        Permalink = keys["permalink"],
        Anchors = JekyllAnchors(keys),
        Sections = keys.Below("collections")
            .Where(k => k.Key.EndsWith(".output", StringComparison.Ordinal) && k.Value == "true")
            .Select(k => k.Key[..^".output".Length])
            .ToDictionary(name => name, name => keys[$"collections.{name}.permalink"] ?? "/:collection/:name:output_ext"),
        Language = keys["lang"],
    }.At(keys["url"], keys["baseurl"]);

    private static AnchorStyle JekyllAnchors(ConfigurationKeys keys) => (keys["markdown"] ?? "kramdown").ToLowerInvariant() switch
    {
        "redcarpet" or "redcarpet2" => keys["redcarpet.extensions"]?.Contains("with_toc_data", StringComparison.Ordinal) == true ? AnchorStyle.Redcarpet : AnchorStyle.Unknown,
        "kramdown" when keys["kramdown.auto_ids"] == "false" => AnchorStyle.Unknown,
        "kramdown" => (keys["kramdown.input"] ?? "GFM").Equals("GFM", StringComparison.OrdinalIgnoreCase) ? AnchorStyle.KramdownGfm : AnchorStyle.Kramdown,
        "pandoc" => AnchorStyle.Pandoc,
        _ => AnchorStyle.Unknown,
    };

    private static BlogConfiguration Hexo(ConfigurationKeys keys) => new BlogConfiguration
    {
        Generator = Generator.Hexo,
        Permalink = keys["permalink"],
        Anchors = keys["marked.headerIds"] == "false" ? AnchorStyle.Unknown : AnchorStyle.Hexo,
        ContentFolder = (keys["source_dir"] ?? "source").Trim('/') + "/",
        NamesHoldDates = keys["new_post_name"]?.StartsWith(":year", StringComparison.Ordinal) == true,
        Language = keys["language"],
    }.At(keys["url"], HexoRoot(keys));

    // Hexo's url may hold the root already: url: http://x/blog, root: /blog/.
    private static string? HexoRoot(ConfigurationKeys keys)
        => keys["root"] is { } root && keys["url"]?.TrimEnd('/').EndsWith("/" + root.Trim('/'), StringComparison.Ordinal) == true ? null : keys["root"];
}
