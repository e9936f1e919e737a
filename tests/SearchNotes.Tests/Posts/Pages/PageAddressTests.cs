using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts.Pages;

public sealed class PageAddressTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string? Address(string path, string frontMatter, FolderOptions? settings = null)
    {
        _folder.With(path, "---", frontMatter, "---", "Text.");
        return _folder.Read(path, o => o with { Defaults = settings ?? new FolderOptions() }).Url;
    }

    [Theory]
    [InlineData("/:year/:title/", "posts/2013-07-07-Day two.md", "title: T", "/2013/Day-two/")]
    [InlineData("/:year/:i_month/:i_day/:slug.html", "2013-07-07-Day two.md", "title: T", "/2013/7/7/day-two.html")]
    [InlineData("/:path/", "notes/2013-07-07-x.md", "title: T", "/notes/2013-07-07-x/")]
    [InlineData("/:filename", "notes/2013-07-07-x.md", "title: T", "/2013-07-07-x")]
    [InlineData("/:contentbasename/", "notes/my-talk/index.md", "title: T", "/my-talk/")]
    [InlineData("/:categories/:title", "x.md", "categories: [Web, Talks]", "/web/talks/x")]
    [InlineData("/:categories/:title", "x.md", "title: T", "/x")]
    [InlineData("/:year/:title/", "x.md", "title: T", null)]
    [InlineData("/:unknown/", "x.md", "title: T", null)]
    [InlineData("/:title/", "été & 日本.md", "title: T", "/%C3%A9t%C3%A9-&-%E6%97%A5%E6%9C%AC/")]
    [InlineData("/:title/", "x.md", "slug: Own-Slug", "/Own-Slug/")]
    [InlineData("/:title/", "x.md", "permalink: /own/:title/", "/own/x/")]
    [InlineData("/:title/", "x.md", "permalink: own page", "/own%20page")]
    [InlineData("/:title/", "x.md", "permalink: //evil.example/x", "/evil.example/x")]
    [InlineData("/:title/", "x.md", "permalink: javascript:alert(1)", null)]
    [InlineData("/:title/", "x.md", "permalink: https://other.example/x y", "https://other.example/x%20y")]
    [InlineData("/:title/", "x.md", "permalink: '{{ page.fileSlug }}/'", null)]
    public void A_pattern_of_the_bloggers_own_is_filled_in(string pattern, string path, string frontMatter, string? expected) =>
        Assert.Equal(expected, Address(path, frontMatter, new FolderOptions { Permalink = pattern }));

    [Theory]
    [InlineData("https://blog.example", "https://blog.example/x/")]
    [InlineData("https://blog.example/sub/", "https://blog.example/sub/x/")]
    public void A_site_address_makes_links_absolute(string site, string expected) =>
        Assert.Equal(expected, Address("x.md", "title: T", new FolderOptions { Permalink = "/:title/", SiteUrl = site }));

    [Fact]
    public void Without_generator_and_pattern_nobody_knows() => Assert.Null(Address("2013-07-07-x.md", "title: T"));

    [Fact]
    public void Without_generator_the_front_matter_may_know() => Assert.Equal("/own/", Address("x.md", "path: /own/"));

    [Theory]
    [InlineData("permalink: date", "_posts/2013-07-07-Day-Two.md", "title: T", "/2013/07/07/Day-Two.html")]
    [InlineData("title: no permalink", "conf/_posts/2013/2013-07-07-x.md", "categories: web talks", "/conf/web/talks/2013/07/07/x.html")]
    [InlineData("permalink: pretty", "_posts/2013-07-07-x.md", "date: 2013-07-08", "/2013/07/08/x/")]
    [InlineData("permalink: ordinal", "_posts/2013-02-01-x.md", "title: T", "/2013/032/x.html")]
    [InlineData("permalink: none", "_posts/2013-07-07-x.md", "category: web", "/web/x.html")]
    [InlineData("permalink: /:year/:month/:title", "_posts/2013-07-07-x.md", "title: T", "/2013/07/x")]
    [InlineData("permalink: /:title/", "about.md", "title: T", "/about/")]
    [InlineData("permalink: pretty", "notes/index.md", "title: T", "/notes/")]
    [InlineData("permalink: pretty\ncollections:\n  talks:\n    output: true", "_talks/my-talk.md", "title: T", "/talks/my-talk/")]
    [InlineData("permalink: pretty", "_talks/my-talk.md", "title: T", null)]
    [InlineData("url: https://blog.example\nbaseurl: /b", "_posts/2013-07-07-x.md", "title: T", "https://blog.example/b/2013/07/07/x.html")]
    [InlineData("url: ''\nbaseurl: /b", "_posts/2013-07-07-x.md", "title: T", "/b/2013/07/07/x.html")]
    [InlineData("url: http://localhost:4000", "_posts/2013-07-07-x.md", "title: T", "/2013/07/07/x.html")]
    [InlineData("permalink: pretty", "_posts/2013-07-07-x.md", "permalink: /own.html", "/own.html")]
    public void Jekyll_pages_follow_its_configuration(string configuration, string path, string frontMatter, string? expected)
    {
        _folder.With("_config.yml", configuration);

        Assert.Equal(expected, Address(path, frontMatter));
    }

    [Theory]
    [InlineData("", "content/posts/2013-07-07-Day Two.md", "title: T", "/posts/2013-07-07-day-two/")]
    [InlineData("", "content/posts/my-talk/index.md", "title: T", "/posts/my-talk/")]
    [InlineData("", "content/posts/_index.md", "title: T", "/posts/")]
    [InlineData("", "content/posts/x.md", "slug: Own", "/posts/own/")]
    [InlineData("", "content/posts/x.md", "url: /own/page.html", "/own/page.html")]
    [InlineData("", "archetypes/x.md", "title: T", null)]
    [InlineData("uglyURLs = true", "content/posts/x.md", "title: T", "/posts/x.html")]
    [InlineData("[permalinks]\nposts = \"/:year/:month/:slug/\"", "content/posts/2013-07-07-x.md", "title: My Talk!", "/2013/07/my-talk/")]
    [InlineData("[permalinks]\nposts = \"/:year/:contentbasename/\"", "content/posts/2013-07-07-x.md", "title: T", "/2013/2013-07-07-x/")]
    [InlineData("[permalinks.page]\nposts = \"/:section/:filename/\"", "content/posts/x.md", "title: T", "/posts/x/")]
    [InlineData("[permalinks]\nother = \"/:year/\"", "content/posts/x.md", "title: T", "/posts/x/")]
    public void Hugo_pages_follow_its_configuration(string configuration, string path, string frontMatter, string? expected)
    {
        _folder.With("hugo.toml", "baseURL = 'https://blog.example/'", configuration);

        Assert.Equal(expected is null ? null : "https://blog.example" + expected, Address(path, frontMatter));
    }

    [Theory]
    [InlineData("permalink: :year/:month/:title.html", "source/_posts/my-talk.md", "date: 2013-07-07", "/2013/07/my-talk.html")]
    [InlineData("permalink: :year/:title/", "source/_posts/conf/my-talk.md", "date: 2013-07-07", "/2013/conf/my-talk/")]
    [InlineData("new_post_name: :year-:month-:day-:title.md", "source/_posts/2013-07-07-my-talk.md", "title: T", "/2013/07/07/my-talk/")]
    [InlineData("permalink: :category/:name/", "source/_posts/x.md", "title: T", "/uncategorized/x/")]
    [InlineData("permalink: :year/", "source/about/index.md", "title: T", "/about/")]
    [InlineData("permalink: :year/", "other/x.md", "title: T", null)]
    public void Hexo_pages_follow_its_configuration(string configuration, string path, string frontMatter, string? expected)
    {
        _folder.With("_config.yml", "source_dir: source", "root: /", configuration);

        Assert.Equal(expected, Address(path, frontMatter));
    }

    [Theory]
    [InlineData("", "content/x.md", "title: Über uns & C++", "/uber-uns-c.html")]
    [InlineData("ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'", "content/x.md", "title: T\ndate: 2013-07-07", "/2013/07/t/")]
    [InlineData("ARTICLE_URL = '{category}/{slug}.html'", "content/Events/x.md", "slug: y", "/events/y.html")]
    [InlineData("", "content/pages/about.md", "title: About", "/pages/about.html")]
    [InlineData("", "content/x.md", "title: 日本語", null)]
    public void Pelican_pages_follow_its_configuration(string configuration, string path, string frontMatter, string? expected)
    {
        _folder.With("pelicanconf.py", "AUTHOR = 'A'", "SITEURL = ''", "PATH = 'content'", configuration);

        Assert.Equal(expected, Address(path, frontMatter));
    }

    [Theory]
    [InlineData("src/posts/2013-07-07-my-talk.md", "title: T", "/posts/2013-07-07-my-talk/")]
    [InlineData("src/posts/index.md", "title: T", "/posts/")]
    [InlineData("src/x.md", "permalink: /own/", "/own/")]
    public void Eleventy_pages_follow_their_folders(string path, string frontMatter, string expected)
    {
        _folder.With(".eleventy.js", "module.exports = () => ({", "  dir: {", "    input: \"src\",", "  },", "});");

        Assert.Equal(expected, Address(path, frontMatter));
    }

    [Theory]
    [InlineData("module.exports = c => { return { dir: { input: \"src\", output: \"_site\" }, }; };", "/posts/hello/")]
    [InlineData("export const config = { dir: { input: './src/' } };", "/posts/hello/")]
    [InlineData("const dir = { input: `src` }; export default () => ({ dir });", "/posts/hello/")]
    [InlineData("export default c => { c.setInputDirectory(\"src\"); };", "/posts/hello/")]
    [InlineData("export default () => ({ dir: { output: \"_site\" } });", "/src/posts/hello/")]
    [InlineData("export default () => ({ dir: { input: process.env.INPUT ?? \"src\" } });", null)]
    [InlineData("export default () => ({ dir: { input: `${root}/src` } });", null)]
    [InlineData("export default c => { c.setInputDirectory(folder); };", null)]
    public void Eleventy_templates_are_in_the_folder_that_the_configuration_names(string configuration, string? expected)
    {
        _folder.With(".eleventy.js", configuration);

        Assert.Equal(expected, Address("src/posts/hello.md", "title: T"));
    }

    [Theory]
    [InlineData("conf 2013/day-one.md", "https://github.com/jane/notes/blob/HEAD/conf%202013/day-one.md")]
    [InlineData("conf/README.md", "https://github.com/jane/notes/tree/HEAD/conf")]
    [InlineData("README.md", "https://github.com/jane/notes/")]
    public void On_GitHub_the_file_is_the_page(string path, string expected)
    {
        var settings = new FolderOptions { SiteUrl = "https://github.com/jane/notes", Permalink = "github" };

        Assert.Equal(expected, Address(path, "permalink: /ignored/", settings));
        Assert.Equal(AnchorStyle.GitHub, _folder.Read(path, o => o with { Defaults = settings }).Anchors);
        Assert.Null(_folder.Read(path, o => o with { Defaults = settings with { SiteUrl = null } }).Url);
    }

    [Fact]
    public void Gatsby_pages_are_where_the_front_matter_says()
    {
        _folder.With("gatsby-config.js", "siteMetadata: {", "  siteUrl: 'https://blog.example',",
            "}, plugins: ['gatsby-remark-autolink-headers']");

        Assert.Equal("https://blog.example/own/", Address("pages/x.md", "path: /own/"));
        Assert.Null(Address("pages/y.md", "title: T"));
    }

    [Fact]
    public void Settings_overrule_what_was_guessed_folder_by_folder()
    {
        _folder.With("_config.yml", "permalink: pretty", "url: https://blog.example").With("notes/2013-07-07-x.md")
            .With("_posts/2013-07-07-x.md");
        CorpusOptions WithNotes(CorpusOptions o) =>
            o with
            {
                Folders = new Dictionary<string, FolderOptions>
                {
                    ["notes/**"] = new() { Permalink = "/n/:title", Anchors = AnchorStyle.Pandoc },
                },
            };

        var note = _folder.Read("notes/2013-07-07-x.md", WithNotes);
        var post = _folder.Read("_posts/2013-07-07-x.md", WithNotes);

        Assert.Equal(("https://blog.example/2013/07/07/x/", AnchorStyle.KramdownGfm), (post.Url, post.Anchors));
        Assert.Equal(AnchorStyle.Pandoc, note.Anchors);
    }
}
