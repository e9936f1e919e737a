using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Pages;

/// <summary>Finds the configuration of the blog that a corpus belongs to, in the corpus folder and up to three folders above
/// it.</summary>
internal static class BlogConfigurationFinder
{
    private const int MaxParents = 3;
    private const int MaxRepositoryParents = 8;

    // The first match is used. File names specific to one generator come first.
    private static readonly (string File, Func<string, BlogFiles, BlogConfiguration?> Read)[] Files =
    [
        ("_config.yml", YamlConfiguration.Read),
        ("_config.yaml", YamlConfiguration.Read),
        .. new[]
        {
            "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
            "config/_default/config.toml", "config/_default/config.yaml", "config/_default/config.yml", "config/_default/config.json",
            "config.toml", "config.yaml", "config.yml", "config.json",
        }.Select(file => (file,
            (Func<string, BlogFiles, BlogConfiguration?>)((text, files) =>
            HugoConfiguration.Read(ConfigurationKeys.Of(file, text), files)))),
        ("pelicanconf.py", ScriptConfiguration.Pelican),
        .. new[] { ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts" }
            .Select(file => (file, (Func<string, BlogFiles, BlogConfiguration?>)ScriptConfiguration.Eleventy)),
        ("docusaurus.config.js", (text, _) => ScriptConfiguration.Docusaurus(text)),
        ("docusaurus.config.ts", (text, _) => ScriptConfiguration.Docusaurus(text)),
        ("gatsby-config.js", ScriptConfiguration.Gatsby),
        ("gatsby-config.mjs", ScriptConfiguration.Gatsby),
        ("gatsby-config.ts", ScriptConfiguration.Gatsby),
        ("astro.config.mjs", ScriptConfiguration.Astro),
        ("astro.config.ts", ScriptConfiguration.Astro),
        ("astro.config.js", ScriptConfiguration.Astro),
        ("nuxt.config.ts", (text, _) => ScriptConfiguration.Nuxt(text)),
        ("nuxt.config.js", (text, _) => ScriptConfiguration.Nuxt(text)),
        ("myst.yml", (_, _) => Sphinx),
        ("conf.py", (text, _) => text.Contains("myst", StringComparison.Ordinal) ? Sphinx : null),
        ("site.hs", (text, _) => ScriptConfiguration.Hakyll(text)),
    ];

    private static BlogConfiguration Sphinx => new() { Generator = Generator.Sphinx };

    /// <summary>Returns the configuration, or <see cref="BlogConfiguration.None"/> if there is none or it cannot be read. Never
    /// fails.</summary>
    internal static BlogConfiguration Find(CorpusOptions options)
    {
        try
        {
            if (CorpusArea.TryFind(options) is not { } area)
                return BlogConfiguration.None;
            var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Root));
            var found = FindAbove(root, area) ?? BlogConfiguration.None;
            return found with { PathInRepository = PathBelowRepository(root) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Detection is optional. Without it, links follow the settings.
            return BlogConfiguration.None;
        }
    }

    private static BlogConfiguration? FindAbove(string root, CorpusArea area)
    {
        var folder = new DirectoryInfo(root);
        for (var parents = 0; folder is not null && parents <= MaxParents; parents++, folder = folder.Parent)
        {
            var real = RealPath.Of(folder.FullName);
            var files = new BlogFiles(real, RealPath.IsBelow(real, area.Limit) ? area.Limit : real);
            foreach (var (file, read) in Files)
            {
                if (files.Read(file) is { } text && read(text, files) is { } found)
                {
                    return found with
                    {
                        File = string.Concat(Enumerable.Repeat("../", parents)) + file,
                        TextHash = files.Hash,
                        PathInBlog = Below(folder.FullName, root),
                    };
                }
            }

            if (IsRepository(folder.FullName))
                break;
        }

        return null;
    }

    private static string PathBelowRepository(string root)
    {
        var folder = new DirectoryInfo(root);
        for (var parents = 0; folder is not null && parents <= MaxRepositoryParents; parents++, folder = folder.Parent)
        {
            if (IsRepository(folder.FullName))
                return Below(folder.FullName, root);
        }

        return "";
    }

    // In a second work tree .git is a file.
    private static bool IsRepository(string folder) => Path.Exists(Path.Join(folder, ".git"));

    private static string Below(string folder, string root) =>
        Path.GetRelativePath(folder, root) is "." ? "" : Path.GetRelativePath(folder, root).Replace(Path.DirectorySeparatorChar, '/') + "/";
}
