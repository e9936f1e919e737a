using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>The data files of an Eleventy blog that decide on permalinks.</summary>
internal sealed partial class EleventySite
{
    private const string Unknown = "{% unknown %}";

    // By the path of what a file is about, without extension: a folder, with a slash at its end, or a template.
    private readonly Dictionary<string, string> permalinks = new(StringComparer.Ordinal);

    /// <summary>The data files that are programs and set permalinks, by path.</summary>
    internal IReadOnlyList<string> Programs { get; private init; } = [];

    /// <summary>Whether the configuration sets permalinks, or the folder of the templates, by a program.</summary>
    internal bool IsProgrammed { get; private init; }

    /// <summary>Patterns of files that are ignored.</summary>
    internal IReadOnlyList<string> Ignored { get; private init; } = [];

    /// <summary>Reads the data files below the folder of the templates.</summary>
    /// <param name="configuration">Text of the configuration.</param>
    /// <param name="input">Folder of the templates, with a slash at its end; "" for the blog's.</param>
    /// <param name="isInputComputed">Whether a program says which folder that is.</param>
    /// <param name="files">Files of the blog.</param>
    internal static EleventySite Read(string configuration, string input, bool isInputComputed, BlogFiles files)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var programs = new List<string>();
        foreach (var path in files.Find(input, IsData))
        {
            if (files.Read(path) is not { } text || Permalink(path, text) is not { } permalink)
                continue;
            var about = About(path, input);
            // Data for .11tydata files wins over .json files.
            if (path.Contains(".11tydata.", StringComparison.Ordinal) || !found.ContainsKey(about))
                found[about] = permalink;
            if (permalink == Unknown)
                programs.Add(path);
        }

        var site = new EleventySite
        {
            Programs = programs,
            IsProgrammed = isInputComputed || ProgrammedPermalink().IsMatch(configuration),
            Ignored = [.. (files.Read(".eleventyignore") ?? "").Split('\n').Select(line => line.Trim())
                .Where(line => line.Length > 0 && line[0] is not ('#' or '!')).Take(200)],
        };
        foreach (var (about, permalink) in found)
            site.permalinks[about] = permalink;
        return site;
    }

    /// <summary>Returns the permalink that applies to a template by its data: that of the template, else of the nearest folder.</summary>
    /// <param name="path">Path of the template below the blog's folder.</param>
    internal string? PermalinkOf(string path)
    {
        var stem = path[..(path.LastIndexOf('.') is > 0 and var dot ? dot : path.Length)];
        if (permalinks.TryGetValue(stem, out var own))
            return own;
        for (var slash = path.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : path.LastIndexOf('/', slash - 1))
        {
            if (permalinks.TryGetValue(path[..(slash + 1)], out var ofFolder))
                return ofFolder;
        }

        return permalinks.GetValueOrDefault("") ?? (IsProgrammed ? Unknown : null);
    }

    private static bool IsData(string name) => name.EndsWith(".json", StringComparison.Ordinal) && name
        is not ("package.json" or "package-lock.json")
        || name.Contains(".11tydata.", StringComparison.Ordinal);

    // posts/posts.json is about the folder posts/; posts/hello.json about the template posts/hello.md.
    private static string About(string path, string input)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var stem = name[..name.IndexOf('.', StringComparison.Ordinal)];
        var folder = path[..^name.Length];
        var parent = folder.TrimEnd('/').Split('/')[^1];
        var isOfInput = folder.Length == 0 && input.Length == 0 && stem.Length == 0;
        return isOfInput || parent == stem ? folder : folder + stem;
    }

    private static string? Permalink(string path, string text)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            var keys = ConfigurationKeys.OfYaml(text);
            return keys.HasAny("eleventyComputed.permalink") ? Unknown : keys["permalink"];
        }

        if (!text.Contains("permalink", StringComparison.Ordinal))
            return null;
        return Literal().Match(text) is { Success: true } match && !match.Groups["value"].Value.Contains("${", StringComparison.Ordinal)
            && !text.Contains("eleventyComputed", StringComparison.Ordinal)
            ? match.Groups["value"].Success ? match.Groups["value"].Value : "false" : Unknown;
    }

    [GeneratedRegex(@"[""']?permalink[""']?\s*:\s*(?:""(?<value>[^""\n]*)""|'(?<value>[^'\n]*)'|`(?<value>[^`\n]*)`|false)\s*[,}\n]",
        RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex(@"addGlobalData\(\s*[""'](?:permalink|eleventyComputed)", RegexOptions.NonBacktracking)]
    private static partial Regex ProgrammedPermalink();
}
