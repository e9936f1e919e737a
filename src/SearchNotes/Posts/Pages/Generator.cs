namespace SearchNotes.Posts.Pages;

/// <summary>What makes pages of a blog's posts.</summary>
internal enum Generator
{
    /// <summary>Not known; a pattern of the blogger's own may still say where pages are.</summary>
    Unknown,

    /// <summary>Jekyll.</summary>
    Jekyll,

    /// <summary>Hugo.</summary>
    Hugo,

    /// <summary>Hexo.</summary>
    Hexo,

    /// <summary>Pelican.</summary>
    Pelican,

    /// <summary>Eleventy.</summary>
    Eleventy,

    /// <summary>Gatsby, whose pages are where the front matter says.</summary>
    Gatsby,

    /// <summary>Hakyll, whose routes are a program.</summary>
    Hakyll,

    /// <summary>Astro, whose routes are a program but for <c>src/pages</c>.</summary>
    Astro,

    /// <summary>Nuxt Content.</summary>
    Nuxt,

    /// <summary>No generator: the files are read on GitHub.</summary>
    GitHub,
}

/// <summary>What is known of each generator.</summary>
internal static class Generators
{
    private static readonly Dictionary<string, Generator> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jekyll"] = Generator.Jekyll,
        ["hugo"] = Generator.Hugo,
        ["hexo"] = Generator.Hexo,
        ["pelican"] = Generator.Pelican,
        ["eleventy"] = Generator.Eleventy,
        ["11ty"] = Generator.Eleventy,
        ["gatsby"] = Generator.Gatsby,
        ["hakyll"] = Generator.Hakyll,
        ["astro"] = Generator.Astro,
        ["nuxt"] = Generator.Nuxt,
        ["github"] = Generator.GitHub,
    };

    /// <summary>The generator of that name, or <see cref="Generator.Unknown"/>.</summary>
    internal static Generator Named(string? name) => name is null ? Generator.Unknown : Names.GetValueOrDefault(name.Trim());

    /// <summary>How it makes heading ids when its configuration does not say.</summary>
    internal static AnchorStyle Anchors(Generator generator) => generator switch
    {
        Generator.Jekyll => AnchorStyle.KramdownGfm,
        Generator.Hugo => AnchorStyle.Hugo,
        Generator.Hexo => AnchorStyle.Hexo,
        Generator.Hakyll => AnchorStyle.Pandoc,
        Generator.GitHub or Generator.Astro or Generator.Nuxt => AnchorStyle.GitHub,

        // Eleventy, Gatsby and Pelican give headings no ids but by a plug-in.
        _ => AnchorStyle.Unknown,
    };

    /// <summary>The pattern of its pages when its configuration does not say; <see langword="null"/> where the folders decide.</summary>
    internal static string? Permalink(Generator generator) => generator switch
    {
        Generator.Jekyll => "date",
        Generator.Hexo => ":year/:month/:day/:title/",
        Generator.Pelican => "/:slug.html",
        _ => null,
    };
}
