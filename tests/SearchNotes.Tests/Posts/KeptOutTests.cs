using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts;

public sealed class KeptOutTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Post Read(string frontMatter, FolderOptions? settings = null, IReadOnlyDictionary<string, FolderOptions>? folders = null)
    {
        _folder.With("notes/x.md", "---", "title: x", frontMatter.Replace("|", "\n", StringComparison.Ordinal), "---", "Text.");
        return _folder.Read("notes/x.md",
            o => o with { Defaults = settings ?? new FolderOptions(), Folders = folders ?? new Dictionary<string, FolderOptions>() });
    }

    [Theory]
    [InlineData("search: false")]
    [InlineData("Search: no")]
    [InlineData("searchable: false")]
    [InlineData("search_exclude: true")]
    [InlineData("exclude_from_search: true")]
    [InlineData("searchExclude: true")]
    [InlineData("excludeFromSearch: true")]
    [InlineData("search:|  exclude: true")]
    [InlineData("searchHidden: true")]
    [InlineData("noindex: true")]
    [InlineData("robots: noindex, nofollow")]
    [InlineData("robots: [noindex]")]
    [InlineData("params:|  searchExclude: true")]
    [InlineData("unlisted: true")]
    [InlineData("pagefind: false")]
    public void Front_matter_keeps_a_post_out(string frontMatter) =>
        Assert.StartsWith("its front matter says", Read(frontMatter).SkipReason, StringComparison.Ordinal);

    [Theory]
    [InlineData("search: true")]
    [InlineData("sitemap: false")]
    [InlineData("search_exclude: false")]
    [InlineData("noindex: false")]
    [InlineData("robots: index, follow")]
    [InlineData("tags: [noindex]")]
    [InlineData("searching: false")]
    public void Other_front_matter_does_not(string frontMatter) => Assert.Null(Read(frontMatter).SkipReason);

    [Fact]
    public void A_setting_keeps_a_folder_out()
    {
        var folders = new Dictionary<string,
            FolderOptions>
        { ["notes/**"] = new() { Search = false }, ["notes/x.md"] = new() { Search = true } };

        Assert.Null(Read("a: b", folders: folders).SkipReason);
        folders.Remove("notes/x.md");
        Assert.Equal("the setting search is false for it", Read("a: b", folders: folders).SkipReason);
    }

    [Theory]
    [InlineData("tags: [Private Notes, x]", "the setting without names its tag \"private-notes\"")]
    [InlineData("category: Diary", "the setting without names its category \"diary\"")]
    [InlineData("categories: [web, Diary]", "the setting without names its category \"diary\"")]
    [InlineData("tags: [diary]", null)]
    [InlineData("tags: [private]", null)]
    public void Tags_and_categories_keep_a_post_out(string frontMatter, string? expected) =>
        Assert.Equal(expected,
            Read(frontMatter, new FolderOptions { Without = new PostSelection(["private-notes"], ["diary"]) }).SkipReason);

    [Theory]
    [InlineData("tags: [Conference]", null)]
    [InlineData("tags: [web]", "none")]
    [InlineData("category: talks", null)]
    [InlineData("tags: [web]|talks: headings", "headings")]
    [InlineData("tags: [web]|talks: auto", null)]
    public void Only_selected_posts_may_hold_talks(string frontMatter, string? expected) => Assert.Equal(expected,
        Read(frontMatter, new FolderOptions { TalksOnlyIn = new PostSelection(["conference"], ["talks"]) }).Overrides.Talks);

    [Fact]
    public void A_folder_is_handed_back_to_the_splitter() => Assert.Null(Read("a: b", new FolderOptions { Talks = "none" },
        new Dictionary<string, FolderOptions> { ["notes/**"] = new() { Talks = "auto" } }).Overrides.Talks);
}
