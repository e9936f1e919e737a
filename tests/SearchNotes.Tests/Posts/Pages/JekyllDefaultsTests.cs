using Xunit;

namespace SearchNotes.Tests.Posts.Pages;

/// <summary>The expected addresses are those that Jekyll 4.3.1 generates from the same files.</summary>
public sealed class JekyllDefaultsTests : IDisposable
{
    private const string Sets = """
        permalink: /:categories/:title/
        defaults:
        - scope: {path: "", type: posts}
          values: {category: notes}
        - scope: {path: "conf/*/_posts"}
          values: {lang: de, permalink: "/g/:categories/:title"}
        - scope: {path: "_posts/2013-01-06"}
          values: {permalink: "/six/:slug/:title/:collection"}
        - scope: {path: ""}
          values: {permalink: "/never/:title"}
        """;

    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("_posts/2013-01-01-none.md", "title: A", "/never/none")]
    [InlineData("_posts/2013-01-02-own.md", "permalink: /own/:title.html", "/own/own.html")]
    [InlineData("conf/2014/_posts/2013-01-04-folder.md", "title: A", "/g/conf/2014/notes/folder")]
    [InlineData("conf/2014/_posts/2013-01-05-both.md", "categories: own", "/g/conf/2014/own/notes/both")]
    [InlineData("_posts/2013-01-06-slug.md", "slug: Own Slug", "/six/own-slug/Own-Slug/posts")]
    public void The_longest_path_that_holds_a_post_gives_its_permalink_and_categories_add_up(string path, string frontMatter,
        string expected) =>
        Assert.Equal(expected, Address(Sets, path, frontMatter));

    [Fact]
    public void Categories_in_the_plural_come_before_the_posts_own() => Assert.Equal(
        "/g/conf/2014/notes/more/own/both",
        Address(Sets.Replace("category: notes", "categories: [notes, more]", StringComparison.Ordinal),
            "conf/2014/_posts/2013-01-05-both.md", "categories: own"));

    [Theory]
    [InlineData("collections:\n  posts:\n    permalink: /blog/:year/:title/\npermalink: pretty", "_posts/2013-07-07-Day-Two.md",
        "/blog/2013/Day-Two/")]
    [InlineData("collections:\n  posts:\n    permalink: pretty", "_posts/2013-07-07-Day-Two.md", "/pretty")]
    [InlineData("collections:\n  posts:\n    permalink: /blog/:title/\npermalink: pretty", "about.md", "/about/")]
    [InlineData("source: src\ncollections_dir: cols\ndefaults:\n- scope: {path: cols/_posts}\n  values: {permalink: '/d/:title'}",
        "src/cols/_posts/2013-01-01-x.md", "/d/x")]
    [InlineData("source: src\ncollections_dir: cols\npermalink: weekdate", "src/cols/_posts/2013-01-01-x.md", "/2013/W01/Tue/x.html")]
    [InlineData("defaults:\n- scope: {type: pages}\n  values: {permalink: '/p/:title'}", "_posts/2013-07-07-x.md", "/2013/07/07/x.html")]
    [InlineData("defaults:\n- values: {permalink: '/all/:title'}", "_posts/2013-07-07-x.md", "/all/x")]
    [InlineData("defaults: nothing that Jekyll reads", "_posts/2013-07-07-x.md", "/2013/07/07/x.html")]
    public void Posts_may_have_a_pattern_of_their_own_and_folders_are_where_the_configuration_says(string configuration, string path,
        string expected) =>
        Assert.Equal(expected, Address(configuration, path, "title: A"));

    [Fact]
    public void A_front_matter_knows_no_names_of_patterns() =>
        Assert.Equal("/pretty", Address("title: Blog", "_posts/2015-01-01-x.md", "permalink: pretty"));

    [Theory]
    [InlineData("url: https://ada.example/blog\nbaseurl: /blog", "https://ada.example/blog/2013/07/07/x.html")]
    [InlineData("url: https://ada.example/blog/\nbaseurl: blog", "https://ada.example/blog/2013/07/07/x.html")]
    [InlineData("url: https://ada.example/weblog\nbaseurl: /log", "https://ada.example/weblog/log/2013/07/07/x.html")]
    [InlineData("url: http://localhost:4000/blog\nbaseurl: /blog", "/blog/2013/07/07/x.html")]
    public void A_base_path_that_the_address_holds_already_is_not_added_again(string configuration, string expected) =>
        Assert.Equal(expected, Address(configuration, "_posts/2013-07-07-x.md", "title: A"));

    private string? Address(string configuration, string path, string frontMatter)
    {
        _folder.With("_config.yml", configuration).With(path, "---", frontMatter, "---", "Text.");
        return _folder.Read(path).Url;
    }
}
