using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>Docusaurus' rules for the path of a page.</summary>
internal static partial class DocusaurusPages
{
    /// <summary>Returns the path of a page; <see langword="null"/> if the file is in none of the folders of the classic preset.</summary>
    /// <param name="page">The page.</param>
    /// <param name="routes">The routes of the folders <c>blog</c> and <c>docs</c>.</param>
    internal static string? PathOf(PageSource page, IReadOnlyDictionary<string, string> routes)
    {
        if (page.Path.StartsWith("src/pages/", StringComparison.Ordinal))
            return "/" + page.Below("src/pages/").PathWithoutExtension;
        foreach (var (folder, route) in routes)
        {
            if (page.Path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return "/" + route.Trim('/') + (folder.StartsWith("docs", StringComparison.Ordinal) ? Docs(page.Below(folder + "/"))
                    : Blog(page.Below(folder + "/")));
            }
        }

        return null;
    }

    private static string Blog(PageSource page)
    {
        if (page.FrontMatter.Slug is { } slug)
            return "/" + slug.TrimStart('/');
        var path = Path.ChangeExtension(page.Path, null);
        path = path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"/index".Length] : path;
        var match = Dated().Match(path);
        return match.Success
            ? "/" + match.Groups["date"].Value.Replace('-', '/') + "/" + match.Groups["folder"].Value + match.Groups["text"].Value
            : "/" + path;
    }

    private static string Docs(PageSource page)
    {
        var folders = page.Path.Split('/')[..^1].Select(WithoutNumber).ToList();
        var name = WithoutNumber(Path.GetFileNameWithoutExtension(page.Path));
        var base_ = string.Concat(folders.Select(folder => "/" + folder));
        if (page.FrontMatter.Slug is { } slug)
            return slug.StartsWith('/') ? slug : $"{base_}/{slug}";
        var isIndex = name.ToLowerInvariant() is "index" or "readme"
            || (folders.Count > 0 && name.Equals(folders[^1], StringComparison.OrdinalIgnoreCase));
        return isIndex ? base_ + "/" : $"{base_}/{page.FrontMatter.Keys.GetValueOrDefault("id") ?? name}";
    }

    private static string WithoutNumber(string name) => Numbered().Match(name) is { Success: true } match ? match.Groups["rest"].Value
        : name;

    [GeneratedRegex(@"^(?<folder>(?:.*/)?)(?<date>[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})[-/]?(?<text>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^[0-9]+\s*[-_.]+\s*(?<rest>[^-_.\s].*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
