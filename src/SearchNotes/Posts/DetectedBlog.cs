using SearchNotes.Posts.Pages;

namespace SearchNotes.Posts;

/// <summary>Page settings detected in a blog's own configuration.</summary>
/// <param name="File">The configuration file, relative to the corpus folder.</param>
/// <param name="Generator">The generator's name.</param>
/// <param name="Permalink">The permalink pattern of posts; <see langword="null"/> if the folders decide or the pattern is
/// unknown.</param>
/// <param name="Anchors">The rule by which the generator makes heading ids.</param>
/// <param name="SiteUrl">The blog's URL; <see langword="null"/> if the configuration has none.</param>
public sealed record DetectedBlog(string File, string Generator, string? Permalink, AnchorStyle Anchors, string? SiteUrl)
{
    /// <summary>Returns the detected settings as one sentence.</summary>
    public override string ToString()
    {
        var pages = Permalink is null ? "pages by their folders or front matter" : $"pages by the pattern {Permalink}";
        var anchors = Anchors == AnchorStyle.Unknown ? "no heading ids" : $"heading ids of {Name(Anchors)}";
        return $"{File} says {Generator}: {pages}, {anchors}{(SiteUrl is null ? "" : $", address {SiteUrl}")}.";
    }

    internal static DetectedBlog? From(BlogConfiguration blog) => blog.File is null ? null : new(
        blog.File,
        blog.Generator.ToString(),
        blog.Permalink ?? Generators.Permalink(blog.Generator),
        blog.Anchors,
        blog.SiteUrl);

    // The spelling used in settings: KramdownGfm → kramdown-gfm.
    private static string Name(AnchorStyle style) => style switch
    {
        AnchorStyle.KramdownGfm => "kramdown-gfm",
        AnchorStyle.HugoText => "hugo-0.144",
        AnchorStyle.HugoAnyVersion => "hugo-any",
        AnchorStyle.HugoAscii => "hugo-ascii",
        AnchorStyle.HugoBlackfriday => "hugo-blackfriday",
        _ => style.ToString().ToLowerInvariant(),
    };
}
