using SearchNotes.Posts.Pages;

namespace SearchNotes.Posts;

/// <summary>What was guessed about the pages of a blog from its own configuration.</summary>
/// <param name="File">The configuration file, relative to the corpus folder.</param>
/// <param name="Generator">The generator's name.</param>
/// <param name="Permalink">The pattern of a post's page; <see langword="null"/> where folders decide or nobody can tell.</param>
/// <param name="Anchors">How headings get ids.</param>
/// <param name="SiteUrl">The blog's address; <see langword="null"/> when it does not say.</param>
public sealed record BlogGuess(string File, string Generator, string? Permalink, AnchorStyle Anchors, string? SiteUrl)
{
    /// <summary>It all in a sentence.</summary>
    public override string ToString()
    {
        var pages = Permalink is null ? "pages by their folders or front matter" : $"pages by the pattern {Permalink}";
        var anchors = Anchors == AnchorStyle.Unknown ? "no heading ids" : $"heading ids of {Name(Anchors)}";
        return $"{File} says {Generator}: {pages}, {anchors}{(SiteUrl is null ? "" : $", address {SiteUrl}")}.";
    }

    internal static BlogGuess? From(BlogConfiguration blog) => blog.File is null ? null : new(
        blog.File,
        blog.Generator.ToString(),
        blog.Permalink ?? Generators.Permalink(blog.Generator),
        blog.Anchors,
        blog.SiteUrl);

    // As the settings write it: KramdownGfm → kramdown-gfm.
    private static string Name(AnchorStyle style) => style switch
    {
        AnchorStyle.KramdownGfm => "kramdown-gfm",
        AnchorStyle.HugoAscii => "hugo-ascii",
        AnchorStyle.HugoBlackfriday => "hugo-blackfriday",
        _ => style.ToString().ToLowerInvariant(),
    };
}
