using System.Text;
using SearchNotes.Posts.Files;

namespace SearchNotes.Posts.Pages;

/// <summary>Determines the address that the blog's generator gives to a post's page.</summary>
internal sealed class PageAddress(BlogConfiguration blog)
{
    /// <summary>Whether the generator makes a page of a file now.</summary>
    /// <param name="path">The file's path below the corpus folder.</param>
    /// <param name="post">The post's front matter, title and date.</param>
    /// <param name="now">The time.</param>
    internal PublishedState StateOf(string path, PageSource post, DateTimeOffset now)
    {
        var page = Completed(post with { Path = blog.PathInBlog + path }, blog.Generator);
        var state = blog.Generator switch
        {
            Generator.Jekyll when IsOutsideCollections(blog.PathInBlog + path) =>
                new($"\"collections_dir\" of its configuration is {blog.CollectionsFolder}"),
            Generator.Jekyll => blog.Jekyll.State(page, now),
            Generator.Hugo => new HugoPages(blog).State(page, now),
            Generator.Eleventy when blog.Eleventy!.Ignored.FirstOrDefault(i => FolderGlob.Matches(i, page.Path)) is { } ignored =>
                // Not null: set for Eleventy.
                new($".eleventyignore contains {ignored}"),
            Generator.Eleventy when (page.FrontMatter.Permalink ?? blog.Eleventy!.PermalinkOf(page.Path)) == "false" =>
                new("its permalink is false"),
            _ => default,
        };
        return state.Reason is null ? state : state with { Reason = $"{blog.Generator} makes no page of it: {state.Reason}" };
    }

    /// <summary>Whether a file is in a folder for posts where Jekyll does not look for one.</summary>
    private bool IsOutsideCollections(string path) =>
        path.StartsWith(blog.ContentFolder, StringComparison.Ordinal)
        && !path.AsSpan(blog.ContentFolder.Length).StartsWith(blog.CollectionsFolder, StringComparison.Ordinal)
        && path.Split('/').SkipLast(1).Contains("_posts", StringComparer.Ordinal);

    /// <summary>Returns the front matter of a post with what the blog's configuration and folders add to it.</summary>
    internal FrontMatter Completed(string path, PageSource post) =>
        Completed(post with { Path = blog.PathInBlog + path }, blog.Generator).FrontMatter;

    /// <summary>Returns the address of a post's page: absolute if the site URL is known, else site-relative; <see langword="null"/> if
    /// unknown.</summary>
    /// <param name="path">The file's path below the corpus folder.</param>
    /// <param name="post">The post's front matter, title and date; its path is set by this method.</param>
    /// <param name="settings">The settings for the file's folder.</param>
    internal string? For(string path, PageSource post, FolderOptions settings)
    {
        var named = Generators.Named(settings.Permalink);
        var generator = named != Generator.Unknown ? named : blog.Generator;
        var pattern = named == Generator.Unknown && settings.Permalink is not null ? settings.Permalink
            : generator == blog.Generator ? PatternOf(path) ?? Generators.Permalink(generator)
            : Generators.Permalink(generator);
        var folder = generator == Generator.GitHub ? blog.PathInRepository : blog.PathInBlog;
        var page = Completed(post with { Path = folder + path }, generator);

        var given = page.FrontMatter.Permalink;
        if (given is not null
            && (given.StartsWith("https://", StringComparison.Ordinal) || given.StartsWith("http://", StringComparison.Ordinal)))
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var absolute) ? absolute.AbsoluteUri : null;
        }

        var rules = new PageRules(generator == blog.Generator ? blog : new BlogConfiguration { Generator = generator }, page);
        var address = given is not null && generator != Generator.GitHub ? rules.Given(given) : rules.Made(pattern);
        var site = settings.SiteUrl
            ?? (generator == Generator.Hugo && blog.Generator == generator ? new HugoPages(blog).SiteUrl(page) : null);
        return address is null ? null : WithSite(generator, site, Encoded(Normalised(address)));
    }

    /// <summary>Returns the page with what the configuration adds to its front matter, for Jekyll with its path below the source
    /// folders and its day in the site's time zone.</summary>
    private PageSource Completed(PageSource page, Generator generator)
    {
        page = page with { FrontMatter = GivenAddress.Of(page.FrontMatter, generator) };
        if (generator != blog.Generator)
            return page;
        if (generator == Generator.Hexo)
            return page with { Date = HexoDay.Of(page, blog.Zone) };
        if (generator == Generator.Hugo)
        {
            var pages = new HugoPages(blog);
            return page with { FrontMatter = pages.Complete(page), Date = pages.Day(page) };
        }

        if (generator != Generator.Jekyll)
            return page;
        var below = page.Below(blog.ContentFolder);
        var inCollections = below.Below(blog.CollectionsFolder);
        if (inCollections.Path is ['_', ..] || inCollections.Path.Contains("/_posts/", StringComparison.Ordinal))
            below = inCollections;
        return below with { FrontMatter = blog.Defaults.Complete(below.Path, below.FrontMatter), Date = blog.Jekyll.Day(below) };
    }

    /// <summary>Returns the permalink pattern in the blog's configuration. Jekyll can have a separate pattern for posts, in which style
    /// names such as <c>pretty</c> are not supported.</summary>
    private string? PatternOf(string path)
    {
        var isPost = blog.Generator == Generator.Jekyll
            && (blog.PathInBlog + path).Split('/').SkipLast(1).Any(folder => folder is "_posts" or "_drafts");
        return isPost && blog.Sections.TryGetValue("posts", out var own) ? "/" + own.TrimStart('/') : blog.Permalink;
    }

    private string? WithSite(Generator generator, string? given, string path)
    {
        var site = given ?? blog.SiteUrl;
        if (site is not null)
            return site.TrimEnd('/') + path;

        // A path below github.com without owner and repository is useless.
        return generator == Generator.GitHub ? null : blog.BasePath + path;
    }

    /// <summary>Adds a leading slash and merges repeated slashes.</summary>
    private static string Normalised(string path)
    {
        var cleaned = new StringBuilder("/");
        foreach (var c in path)
        {
            if (c != '/' || cleaned[^1] != '/')
                cleaned.Append(c);
        }

        return cleaned.ToString();
    }

    private static bool IsHexByte(ReadOnlySpan<char> text) =>
        text.Length >= 2 && char.IsAsciiHexDigit(text[0]) && char.IsAsciiHexDigit(text[1]);

    /// <summary>Percent-encodes characters that are not allowed in a URL path. Existing percent-encoding is kept.</summary>
    private static string Encoded(string path)
    {
        const string kept = "-._~!$&'()*+,;=:@/";
        var encoded = new StringBuilder(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < path.Length;)
        {
            Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var length);
            i += length;
            var isKept = rune.IsAscii && (Rune.IsLetterOrDigit(rune) || kept.Contains((char)rune.Value, StringComparison.Ordinal));
            if (isKept || (rune.Value == '%' && IsHexByte(path.AsSpan(i))))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
