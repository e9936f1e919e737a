namespace SearchNotes.Posts.Pages;

/// <summary>Each generator's rules for the path of a page.</summary>
internal sealed class PageRules(BlogConfiguration blog, PageSource page)
{
    /// <summary>Returns the path given in the front matter, or <see langword="null"/> if it cannot be evaluated.</summary>
    internal string? Given(string permalink)
    {
        if (blog.Generator == Generator.Eleventy)
            return permalink == "false" ? null : EleventyPermalink.Evaluate(permalink, page.Below(blog.ContentFolder));

        // A collection without output has no pages.
        if (blog is { Generator: Generator.Jekyll, IsFound: true } && IsWithoutPages(CollectionToken()))
            return null;

        // A template ({{ page.fileSlug }}) is code and cannot be evaluated.
        if (permalink.Contains("{{", StringComparison.Ordinal) || permalink.Contains("{%", StringComparison.Ordinal))
            return null;

        // Jekyll supports style names such as "pretty" only in its configuration.
        var pattern = blog.Generator == Generator.Jekyll ? permalink : Styled(permalink);
        return pattern.Contains(':', StringComparison.Ordinal) ? PermalinkPattern.Expand(pattern, Token) : permalink;
    }

    /// <summary>Returns the path that the generator makes from a pattern, or from the folders if there is no pattern;
    /// <see langword="null"/> if unknown.</summary>
    internal string? Made(string? pattern) => blog.Generator switch
    {
        Generator.Pelican or Generator.Nuxt when !page.Path.StartsWith(blog.ContentFolder, StringComparison.Ordinal) => null,
        Generator.Jekyll => Jekyll(pattern ?? "date"),
        Generator.Hugo => Hugo(pattern),
        Generator.Hexo => WithoutHtml(Hexo(pattern ?? "")),
        Generator.Pelican => Pelican(pattern ?? ""),
        Generator.GitHub => GitHub(),
        _ when pattern is not null => PermalinkPattern.Expand(Styled(pattern), Token),
        Generator.Eleventy => Eleventy(),
        Generator.Nuxt => Nuxt(),
        Generator.Gatsby => blog.Gatsby?.PathOf(page) is { } route
            ? blog.EndsWithSlash == false && route.Length > 1 ? route.TrimEnd('/') : route : null,
        Generator.Docusaurus => DocusaurusPages.PathOf(page, blog.Sections) is { } path
            ? blog.EndsWithSlash == true ? path.TrimEnd('/') + "/" : blog.EndsWithSlash == false && path.Length > 1 ? path.TrimEnd('/')
                : path : null,
        Generator.Astro => (blog.Astro ?? new AstroRoutes()).PathOf(page) is { } path ? blog.EndsWithSlash == false ? path
            : path.TrimEnd('/') + "/" : null,
        _ => null,
    };

    private static string Styled(string pattern) => pattern switch
    {
        "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        _ => pattern,
    };

    private string? Jekyll(string pattern)
    {
        var styled = Styled(pattern);
        var folders = page.Path.Split('/').SkipLast(1).ToArray();
        if (folders.Contains("_posts") || folders.Contains("_drafts") || !blog.IsFound)
            return PermalinkPattern.Expand(styled, Token);
        if (folders is [['_', .. var collection], ..] && !blog.Jekyll.Includes(page.Path))
            return blog.Sections.TryGetValue(collection, out var own) ? PermalinkPattern.Expand(own, Token) : null;

        // Other files become pages only if they have front matter.
        if (page.FrontMatter.Dialect == FrontMatterDialect.None)
            return null;
        var end = styled.EndsWith(":output_ext", StringComparison.Ordinal) ? ".html" : styled.EndsWith('/') ? "/" : "";
        return page.Parts.IsIndex ? "/" + string.Join('/', folders) + "/" : "/" + page.PathWithoutExtension + end;
    }

    private string? Hugo(string? pattern)
    {
        var pages = new HugoPages(blog);
        return pages.Holds(page.Path) ? pages.PathOf(page, pattern, (below, token) => new PageRules(blog, below).Token(token)) : null;
    }

    private static string Folders(IEnumerable<string> folders) => string.Join('/', folders.Select(PageSlug.Hugo));

    // 1.talks/2.My-Talk.md is the page /talks/my-talk.
    private string Nuxt() => "/" + string.Join('/', page.Below(blog.ContentFolder).PathWithoutExtension.Split('/').Select(WithoutNumber))
        .Replace(' ', '-').ToLowerInvariant();

    private static string WithoutNumber(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && name.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 ? name[(dot + 1)..] : name;
    }

    private string? Hexo(string pattern)
    {
        var at = page.Path.LastIndexOf("_posts/", StringComparison.Ordinal);
        if (at >= 0 || !blog.IsFound)
        {
            return PermalinkPattern.Expand(pattern,
                new PageRules(blog, at < 0 ? page : page with { Path = page.Path[(at + "_posts/".Length)..] }).Token);
        }
        if (page.Path.Contains("_drafts/", StringComparison.Ordinal) || !page.Path.StartsWith(blog.ContentFolder, StringComparison.Ordinal))
            return null;
        var below = page.Below(blog.ContentFolder);
        return "/" + below.PathWithoutExtension + (below.Parts.IsIndex ? "/" : ".html");
    }

    private string? WithoutHtml(string? path) =>
        !blog.EndsWithHtml && path?.EndsWith(".html", StringComparison.Ordinal) == true ? path[..^".html".Length] : path;

    private string? Pelican(string pattern)
    {
        var isPage = page.Path.Split('/').SkipLast(1).Contains("pages");
        return PermalinkPattern.Expand(isPage && blog.Sections.TryGetValue("pages", out var pages) ? pages : pattern, Token);
    }

    private string? Eleventy()
    {
        var below = page.Below(blog.ContentFolder);
        if (blog.Eleventy?.PermalinkOf(page.Path) is { } given)
            return given == "false" ? null : EleventyPermalink.Evaluate(given, below);

        // A file with the name of its folder is the folder's page.
        string[] folders = [.. below.Parts.Folders];
        var isFolder = folders is [.., var last] && !below.Parts.IsIndex && last == below.Parts.Name;
        return "/" + string.Join('/', isFolder ? folders : [.. folders, below.Parts.Name]) + "/";
    }

    private string GitHub()
    {
        // GitHub shows a README below the listing of its folder. HEAD stands for the default branch.
        var folder = string.Join('/', page.Path.Split('/').SkipLast(1));
        return page.Parts.IsIndex && Path.GetFileNameWithoutExtension(page.Path).Equals("readme", StringComparison.OrdinalIgnoreCase)
            ? folder.Length == 0 ? "" : "/tree/HEAD/" + folder
            : "/blob/HEAD/" + page.Path;
    }

    private string? Token(string token) => token switch
    {
        "title" => TitleToken(),
        "slug" or "slugorfilename" or "slugorcontentbasename" => SlugToken(),
        "post_title" => PageSlug.Hexo(page.Title).ToLowerInvariant(),
        "name" when blog.Generator == Generator.Hexo => TitleToken()[(TitleToken().LastIndexOf('/') + 1)..],
        "name" => blog.Generator is Generator.Jekyll ? PageSlug.JekyllSlug(page.Parts.Name) : page.Parts.Name,
        "filename" or "contentbasename" or "basename" => page.Parts.Name,
        "path" => blog.Generator == Generator.Jekyll && page.Path.StartsWith('_')
            ? page.Below(page.Path[..(page.Path.IndexOf('/', StringComparison.Ordinal) + 1)]).PathWithoutExtension
                : page.PathWithoutExtension,
        "category" => CategoryToken(),
        "categories" => string.Join('/', JekyllCategories().Select(category => category.ToLowerInvariant())),
        "slugified_categories" => string.Join('/', JekyllCategories().Select(PageSlug.JekyllSlug)),
        "section" => page.Parts.Folders.Count > 0 ? PageSlug.Hugo(page.Parts.Folders[0]) : "",
        "sections" => Folders(page.Parts.Folders),
        "collection" => CollectionToken(),
        "lang" => page.FrontMatter.Language,
        "author" when blog.Generator == Generator.Pelican => page.FrontMatter.Authors is [var author, ..] ? PageSlug.Pelican(author) : null,
        "output_ext" => ".html",
        _ => PermalinkPattern.OfDate(token, page.Date),
    };

    private string TitleToken() => blog.Generator switch
    {
        Generator.Hexo => blog.NamesHoldDates ? page.NameWithoutDate : page.PathWithoutExtension,
        _ => PageSlug.JekyllTitle(page.FrontMatter.Slug ?? page.NameWithoutDate),
    };

    private string? SlugToken() => blog.Generator switch
    {
        Generator.Pelican => page.FrontMatter.Slug ?? PageSlug.Pelican(
            blog.Sections.GetValueOrDefault("slugs") == "basename" ? page.Parts.Name : page.FrontMatter.Title ?? page.NameWithoutDate),
        _ => PageSlug.JekyllSlug(page.FrontMatter.Slug ?? page.NameWithoutDate),
    };

    private bool IsWithoutPages(string? collection) => collection is not (null or "posts")
        && !blog.Sections.ContainsKey(collection) && !blog.Jekyll.Includes(page.Path);

    private string? CollectionToken()
    {
        var folders = page.Path.Split('/')[..^1];
        return folders.Contains("_posts") || folders.Contains("_drafts")
            ? "posts" : folders is [['_', .. var collection], ..] ? collection : null;
    }

    // In Jekyll, folders above _posts are categories too, and come first.
    private IEnumerable<string> JekyllCategories()
    {
        var folders = page.Path.Split('/').SkipLast(1).ToArray();
        var above = blog.Generator == Generator.Jekyll ? folders.Take(Math.Max(0, Array.IndexOf(folders, "_posts"))) : [];
        return above.Concat(page.Categories).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private string? CategoryToken() => blog.Generator switch
    {
        Generator.Hexo => page.Categories.Count == 0 ? blog.Sections.GetValueOrDefault("category", "uncategorized")
            : string.Join('/', page.Categories.Select(name => PageSlug.Hexo(blog.Sections.GetValueOrDefault("category." + name, name)))),
        Generator.Pelican =>
            PageSlug.Pelican(page.Categories is [var first, ..] ? first : page.Parts.Folders is [.., var folder] ? folder : "misc"),
        _ => page.Categories.Count == 0 ? null : PageSlug.JekyllSlug(page.Categories[0]),
    };
}
