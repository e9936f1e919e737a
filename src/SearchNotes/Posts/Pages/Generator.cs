namespace SearchNotes.Posts.Pages;

/// <summary>The program that builds a blog's pages.</summary>
internal enum Generator
{
    /// <summary>Unknown. A custom permalink pattern may still locate the pages.</summary>
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

    /// <summary>Gatsby. Page paths come from the front matter.</summary>
    Gatsby,

    /// <summary>Hakyll. Routes are code.</summary>
    Hakyll,

    /// <summary>Astro. Routes are code, except for <c>src/pages</c>.</summary>
    Astro,

    /// <summary>Nuxt Content.</summary>
    Nuxt,

    /// <summary>Docusaurus.</summary>
    Docusaurus,

    /// <summary>Sphinx or Jupyter Book, with MyST. Its pages and ids are unknown.</summary>
    Sphinx,

    /// <summary>No generator: the files are read on GitHub.</summary>
    GitHub,
}

/// <summary>Defaults of the generators.</summary>
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
        ["docusaurus"] = Generator.Docusaurus,
        ["github"] = Generator.GitHub,
    };

    /// <summary>Returns the generator with that name, or <see cref="Generator.Unknown"/>.</summary>
    internal static Generator Named(string? name) => name is null ? Generator.Unknown : Names.GetValueOrDefault(name.Trim());

    /// <summary>Returns the generator's default rule for heading ids.</summary>
    internal static AnchorStyle Anchors(Generator generator) => generator switch
    {
        Generator.Jekyll => AnchorStyle.KramdownGfm,
        Generator.Hugo => AnchorStyle.HugoAnyVersion,
        Generator.Hexo => AnchorStyle.Hexo,
        Generator.Hakyll => AnchorStyle.Pandoc,
        Generator.GitHub or Generator.Astro or Generator.Nuxt or Generator.Docusaurus => AnchorStyle.GitHub,

        // Eleventy, Gatsby and Pelican add heading ids only with a plug-in.
        _ => AnchorStyle.Unknown,
    };

    /// <summary>Returns the generator's default permalink pattern; <see langword="null"/> if the folders decide.</summary>
    internal static string? Permalink(Generator generator) => generator switch
    {
        Generator.Jekyll => "date",
        Generator.Hexo => ":year/:month/:day/:title/",
        Generator.Pelican => "/:slug.html",
        _ => null,
    };
}
