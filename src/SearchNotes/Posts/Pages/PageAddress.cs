using System.Text;

namespace SearchNotes.Posts.Pages;

/// <summary>Says where the blog's generator puts the page of a post.</summary>
internal sealed class PageAddress(BlogConfiguration blog)
{
    /// <summary>The address of a post's page: absolute with a site address, else from the site's root; <see langword="null"/> when
    /// unknown.</summary>
    /// <param name="path">The file below the corpus folder.</param>
    /// <param name="post">Its front matter, title and date; the path is filled in here.</param>
    /// <param name="settings">The blogger's settings for the file's folder.</param>
    internal string? For(string path, PageSource post, FolderOptions settings)
    {
        var named = Generators.Named(settings.Permalink);
        var generator = named != Generator.Unknown ? named : blog.Generator;
        var pattern = named == Generator.Unknown && settings.Permalink is not null ? settings.Permalink
            : generator == blog.Generator ? PatternOf(path) ?? Generators.Permalink(generator)
            : Generators.Permalink(generator);
        var page = Placed(post with { Path = (generator == Generator.GitHub ? blog.PathInRepository : blog.PathInBlog) + path }, generator);

        var given = page.FrontMatter.Permalink;
        if (given is not null
            && (given.StartsWith("https://", StringComparison.Ordinal) || given.StartsWith("http://", StringComparison.Ordinal)))
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var elsewhere) ? elsewhere.AbsoluteUri : null;
        }

        var rules = new PageRules(generator == blog.Generator ? blog : new BlogConfiguration { Generator = generator }, page);
        var address = given is not null && generator != Generator.GitHub ? rules.Given(given) : rules.Made(pattern);
        return address is null ? null : WithSite(generator, settings, Encoded(Cleaned(address)));
    }

    /// <summary>Where Jekyll is, the page below its folders, with the front matter that its configuration gives.</summary>
    private PageSource Placed(PageSource page, Generator generator)
    {
        if (generator != Generator.Jekyll || blog.Generator != Generator.Jekyll)
            return page;
        var below = page.Below(blog.ContentFolder).Below(blog.CollectionsFolder);
        return below with { FrontMatter = blog.Defaults.Complete(below.Path, below.FrontMatter) };
    }

    /// <summary>The pattern in the blog's configuration. Jekyll may have one for posts alone; it knows no names of patterns
    /// there.</summary>
    private string? PatternOf(string path)
    {
        var isPost = blog.Generator == Generator.Jekyll
            && (blog.PathInBlog + path).Split('/').SkipLast(1).Any(folder => folder is "_posts" or "_drafts");
        return isPost && blog.Sections.TryGetValue("posts", out var own) ? "/" + own.TrimStart('/') : blog.Permalink;
    }

    private string? WithSite(Generator generator, FolderOptions settings, string path)
    {
        var site = settings.SiteUrl ?? blog.SiteUrl;
        if (site is not null)
            return site.TrimEnd('/') + path;

        // A path below github.com without owner and repository leads nowhere.
        return generator == Generator.GitHub ? null : blog.BasePath + path;
    }

    /// <summary>One slash at the beginning and between parts.</summary>
    private static string Cleaned(string path)
    {
        var cleaned = new StringBuilder("/");
        foreach (var c in path)
        {
            if (c != '/' || cleaned[^1] != '/')
                cleaned.Append(c);
        }

        return cleaned.ToString();
    }

    /// <summary>Percent-encodes what an address cannot hold as it is; what is encoded already stays.</summary>
    private static string Encoded(string path)
    {
        const string kept = "-._~!$&'()*+,;=:@/";
        var encoded = new StringBuilder(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < path.Length;)
        {
            Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var length);
            i += length;
            var isEncoded = rune.Value == '%' && i + 1 < path.Length && char.IsAsciiHexDigit(path[i]) && char.IsAsciiHexDigit(path[i + 1]);
            if (isEncoded || (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || kept.Contains((char)rune.Value, StringComparison.Ordinal))))
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
