using System.Security.Cryptography;
using System.Text;
using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Pages;

/// <summary>Finds the configuration of the blog that a corpus belongs to, in the corpus folder and up to three folders above
/// it.</summary>
internal static class BlogConfigurationFinder
{
    private const int MaxParents = 3;
    private const int MaxRepositoryParents = 8;
    private const int MaxBytes = 256 * 1024;

    // The first match is used. File names specific to one generator come first.
    private static readonly (string File, Func<string, BlogConfiguration?> Read)[] Files =
    [
        ("_config.yml", YamlConfiguration.Read),
        ("_config.yaml", YamlConfiguration.Read),
        ("hugo.toml", text => HugoConfiguration.Read(ConfigurationKeys.OfToml(text))),
        ("hugo.yaml", text => HugoConfiguration.Read(ConfigurationKeys.OfYaml(text))),
        ("hugo.json", text => HugoConfiguration.Read(ConfigurationKeys.OfYaml(text))),
        ("config/_default/hugo.toml", text => HugoConfiguration.Read(ConfigurationKeys.OfToml(text))),
        ("config/_default/config.toml", text => HugoConfiguration.Read(ConfigurationKeys.OfToml(text))),
        ("config.toml", text => HugoConfiguration.Read(ConfigurationKeys.OfToml(text))),
        ("config.yaml", text => HugoConfiguration.Read(ConfigurationKeys.OfYaml(text))),
        ("config.yml", text => HugoConfiguration.Read(ConfigurationKeys.OfYaml(text))),
        ("pelicanconf.py", ScriptConfiguration.Pelican),
        (".eleventy.js", ScriptConfiguration.Eleventy),
        ("eleventy.config.js", ScriptConfiguration.Eleventy),
        ("eleventy.config.mjs", ScriptConfiguration.Eleventy),
        ("eleventy.config.cjs", ScriptConfiguration.Eleventy),
        ("gatsby-config.js", ScriptConfiguration.Gatsby),
        ("gatsby-config.ts", ScriptConfiguration.Gatsby),
        ("astro.config.mjs", ScriptConfiguration.Astro),
        ("astro.config.ts", ScriptConfiguration.Astro),
        ("nuxt.config.ts", ScriptConfiguration.Nuxt),
        ("nuxt.config.js", ScriptConfiguration.Nuxt),
        ("site.hs", ScriptConfiguration.Hakyll),
    ];

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
            foreach (var (file, read) in Files)
            {
                if (ReadFile(folder.FullName, file, area) is { } text && read(text) is { } found)
                {
                    return found with
                    {
                        File = string.Concat(Enumerable.Repeat("../", parents)) + file,
                        TextHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                        PathInBlog = Below(folder.FullName, root),
                    };
                }
            }

            if (IsRepository(folder.FullName))
                break;
        }

        return null;
    }

    /// <summary>Reads a configuration file. Its real path must be inside the clone; if there is no clone, or the searched folder is above
    /// it, inside the searched folder.</summary>
    private static string? ReadFile(string folder, string file, CorpusArea area)
    {
        var path = Path.Join(folder, file);
        if (!File.Exists(path))
            return null;
        var real = RealPath.Of(folder);
        var read = UntrustedFile.Read(path, RealPath.IsBelow(real, area.Limit) ? area.Limit : real, MaxBytes);
        return read.Bytes is { Length: > 0 } bytes ? PostText.Decode(bytes).Text : null;
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
