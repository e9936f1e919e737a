using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>Finds out which version of Hugo a blog is built with, from the files that install it.</summary>
internal static partial class HugoVersion
{
    // Files with the installed version, before files with the oldest accepted version.
    private static readonly string[] Files =
        [".hugo_version", ".hugo-version", ".hvm", ".tool-versions", "netlify.toml", "vercel.json", "wrangler.toml", ".gitlab-ci.yml",
            "package.json",
            "Dockerfile", "Makefile", "go.mod"];

    /// <summary>Whether the blog is built with a version before 0.<paramref name="minor"/>; <see langword="null"/> if the version is
    /// unknown.</summary>
    internal static bool? IsBefore(int minor, ConfigurationKeys keys, BlogFiles files)
    {
        var workflows = files.Find(".github/workflows/", name => name.EndsWith(".yml", StringComparison.Ordinal)
            || name.EndsWith(".yaml", StringComparison.Ordinal));
        var found = Written(keys["hugoVersion"]) ?? workflows.Concat(Files)
            .Select(file => InFile(file, files.Read(file))).FirstOrDefault(v => v is not null)
            ?? Written(keys["module.hugoVersion.max"]) ?? Written(keys["module.hugoVersion.min"]);
        return found is { } version ? version < minor : null;
    }

    private static int? InFile(string file, string? text) => text is null ? null
        : file is ".hugo_version" or ".hugo-version" or ".hvm" ? Written(text)
        : (file == "go.mod" ? Required() : Installed()).Match(text) is { Success: true } match ? Written(match.Groups["version"].Value)
            : null;

    private static int? Written(string? text) =>
        text is not null && Number().Match(text) is { Success: true } match
            && int.TryParse(match.Groups["minor"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : null;

    // HUGO_VERSION: 0.128.0, hugo-version: '0.111.3', HUGO_VERSION = "0.99", hugo 0.120.4, klakegg/hugo:0.101.0, "hugo-bin": "^0.120".
    [GeneratedRegex(@"hugo[\w./-]{0,24}[""']?[\s:=@]{1,3}[""'^~v]{0,3}(?<version>0\.[0-9]{1,3})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Installed();

    [GeneratedRegex(@"gohugoio/hugo\s+v(?<version>0\.[0-9]{1,3})", RegexOptions.NonBacktracking)]
    private static partial Regex Required();

    [GeneratedRegex(@"0\.(?<minor>[0-9]{1,3})", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
