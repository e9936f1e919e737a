using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>The routes of an Astro site to the entries of its collections, as far as they do not depend on the blogger's own
/// code.</summary>
internal sealed partial class AstroRoutes
{
    private const string Pages = "src/pages/";
    private const string Content = "src/content/";

    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);

    /// <summary>Reads the route files below <c>src/pages</c>.</summary>
    internal static AstroRoutes Read(BlogFiles files)
    {
        var routes = new AstroRoutes();
        foreach (var path in files.Find(Pages, name => name.StartsWith('[') && name.EndsWith(".astro", StringComparison.Ordinal)))
        {
            // Two routes to a collection, or two collections in a route: it is unknown which one is the page's own.
            if (files.Read(path) is not { } text)
                continue;
            var collections = Collection().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
            if (collections is [var collection] && Params().IsMatch(text))
                routes.folders[collection] = routes.folders.ContainsKey(collection) ? "" : path[Pages.Length..(path.LastIndexOf('/') + 1)];
        }

        return routes;
    }

    /// <summary>Returns the path of a page without a slash at its end; <see langword="null"/> if it is unknown.</summary>
    internal string? PathOf(PageSource page)
    {
        if (page.Path.StartsWith(Pages, StringComparison.Ordinal))
            return "/" + page.Below(Pages).PathWithoutExtension;
        if (!page.Path.StartsWith(Content, StringComparison.Ordinal))
            return null;
        var below = page.Path[Content.Length..];
        var slash = below.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !folders.TryGetValue(below[..slash], out var folder) || folder.Length == 0)
            return null;
        var entry = page with { Path = below[(slash + 1)..] };
        if (page.FrontMatter.Slug is { } slug)
            return "/" + folder + slug;
        var id = entry.PathWithoutExtension;
        return id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/') ? "/" + folder + id.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"getCollection\(\s*[""'](?<name>[\w-]+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Collection();

    // params: { slug: post.id } or { id: entry.slug }.
    [GeneratedRegex(@"params:\s*\{\s*\w+:\s*\w+\.(?:id|slug)\s*,?\s*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Params();
}
