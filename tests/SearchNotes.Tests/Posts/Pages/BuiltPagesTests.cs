using Xunit;

namespace SearchNotes.Tests.Posts.Pages;

/// <summary>Pages where generators put them: Jekyll 4.3.1 and Hugo 0.111.3 as sites that were built show, Eleventy, Docusaurus, Astro, Nuxt and
/// Pelican by their documented rules. Lines are separated by |; a page that is not made is "-".</summary>
public sealed class BuiltPagesTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string? Page(string path, string frontMatter, params string[] files)
    {
        foreach (var file in files)
            _folder.With(file.Split('=', 2)[0], file.Split('=', 2)[1].Split('|'));
        _folder.With(path, "---", frontMatter.Replace('|', '\n').Replace('¦', '|'), "---", "Text.");
        var post = _folder.Read(path);
        return post.SkipReason is null ? post.Url : "-";
    }

    [Theory]
    [InlineData("timezone: America/New_York", "_posts/2020-01-02-a.md", "date: 2020-01-02 02:00:00 +0000", "/2020/01/01/a.html")]
    [InlineData("timezone: America/New_York", "_posts/2020-01-02-b.md", "date: 2020-01-02 02:00:00", "/2020/01/01/b.html")]
    [InlineData("timezone: America/New_York", "_posts/2020-01-02-c.md", "date: 2020-01-02", "/2020/01/02/c.html")]
    [InlineData("timezone: America/New_York", "_posts/2020-01-02-d.md", "title: x", "/2020/01/02/d.html")]
    [InlineData("timezone: America/New_York", "_posts/2020-01-02-i.md", "date: 2020-01-02T23:00:00-08:00", "/2020/01/03/i.html")]
    [InlineData("timezone: Europe/Berlin", "_posts/2020-01-01-p.md", "date: 2020-01-01 23:30", "/2020/01/01/p.html")]
    [InlineData("timezone: Europe/Berlin", "_posts/2020-01-01-r.md", "date: 2020-01-01 23:30:00", "/2020/01/02/r.html")]
    [InlineData("title: x", "_posts/2020-01-03-s.mkdown", "title: x", "/2020/01/03/s.html")]
    [InlineData("include: [_pages]", "_pages/a.md", "title: x", "/_pages/a.html")]
    [InlineData("include: [_pages]", "_pages/b.md", "permalink: /bb/", "/bb/")]
    [InlineData("collections: {notes: {output: false}}", "_notes/g.md", "permalink: /own/", null)]
    [InlineData("collections: {notes: {output: true, permalink: '/n/:name:output_ext'}}", "_notes/D E.md", "title: x", "/n/d-e.html")]
    [InlineData("collections_dir: cols", "cols/_posts/2020-01-01-t.md", "title: x", "/2020/01/01/t.html")]
    [InlineData("collections_dir: cols", "_posts/2020-01-01-t.md", "title: x", "-")]
    [InlineData("collections_dir: cols", "cols/sub/_posts/2020-01-01-t.md", "title: x", "/sub/2020/01/01/t.html")]
    [InlineData("permalink: /:week/:w_year/:w_day/:y_day/:short_year/:i_month/:i_day/:long_day/:title", "_posts/2020-03-04-t.md",
        "title: x", "/10/2020/3/064/20/3/4/Wednesday/t")]
    [InlineData("permalink: /:year/:hour/:title", "_posts/2020-03-04-t.md", "date: 2020-03-04 05:06:07", null)]
    [InlineData("collections_dir: cols", "cols/x.md", "title: x", "/cols/x.html")]
    [InlineData("timezone: Asia/Tokyo", "_posts/2020-01-02-j.md", "date: 2020-01-02 20:00 +0100", "/2020/01/03/j.html")]
    [InlineData("title: x", "_posts/2020-1-5-e.md", "title: x", "/2020/01/05/e.html")]
    [InlineData("title: x", "_posts/2020-01-02-l.md", "category: One Two", "/one%20two/2020/01/02/l.html")]
    [InlineData("title: x", "_posts/2020-01-02-m.md", "categories: One Two", "/one/two/2020/01/02/m.html")]
    [InlineData("title: x", "web/dev/_posts/2020-01-02-k.md", "categories: [A b, c]", "/web/dev/a%20b/c/2020/01/02/k.html")]
    [InlineData("title: x", "_posts/2020-01-02-o.md", "slug: My Slug", "/2020/01/02/My-Slug.html")]
    [InlineData("title: x", "_posts/2099-01-05-g.md", "title: x", "-")]
    [InlineData("future: true", "_posts/2099-01-05-g.md", "title: x", "/2099/01/05/g.html")]
    [InlineData("title: x", "_posts/nodate.md", "date: 2020-03-03", "-")]
    [InlineData("title: x", "_posts/2020-01-02-q.md", "published: false", "-")]
    [InlineData("unpublished: true", "_posts/2020-01-02-q.md", "published: false", "/2020/01/02/q.html")]
    [InlineData("defaults: [{scope: {path: ''}, values: {published: false}}]", "_posts/2020-01-02-q.md", "title: x", "-")]
    [InlineData("defaults: [{scope: {path: ''}, values: {published: false}}]", "page.md", "title: x", "/page.html")]
    [InlineData("collections: {docs: {output: true}}|defaults: [{scope: {path: ''}, values: {published: false}}]", "_docs/a.md", "title: x", "-")]
    [InlineData("defaults: [{scope: {path: ''}, values: {published: false}}]", "_posts/2020-01-02-q.md", "published: true",
        "/2020/01/02/q.html")]
    [InlineData("unpublished: true|defaults: [{scope: {path: ''}, values: {published: false}}]", "_posts/2020-01-02-q.md", "title: x",
        "/2020/01/02/q.html")]
    [InlineData("exclude: [notes/, CONTRIBUTING.md]", "notes/a.md", "title: x", "-")]
    [InlineData("exclude: [notes/, CONTRIBUTING.md]", "CONTRIBUTING.md", "title: x", "-")]
    [InlineData("exclude:|  - '*.draft.md'", "sub/x.draft.md", "title: x", "-")]
    [InlineData("exclude: [notes]|include: [notes/a.md]", "notes/a.md", "title: x", "/notes/a.html")]
    [InlineData("exclude: [note]", "notes/a.md", "title: x", "/notes/a.html")]
    [InlineData("collections: {docs: {output: true, permalink: '/:collection/:path/'}}", "_docs/ci/a.md", "title: x", "/docs/ci/a/")]
    [InlineData("permalink: /:year/:title/|collections: {docs: {output: true}}", "_docs/ci/a.md", "title: x", "/docs/ci/a/")]
    [InlineData("collections: {docs: {output: true}}", "_docs/ci/a.md", "title: x", "/docs/ci/a.html")]
    [InlineData("defaults: [{scope: {path: '', type: posts}, values: {permalink: '/d/:year/:title/'}}]", "_posts/2020-01-02-my-talk.md",
        "title: x", "/d/2020/my-talk/")]
    [InlineData("defaults: [{scope: {path: _posts/private}, values: {search: false}}]", "_posts/private/2020-01-02-a.md", "title: x", "-")]
    public void Of_Jekyll(string configuration, string path, string frontMatter, string? expected) =>
        Assert.Equal(expected, Page(path, frontMatter, "_config.yml=" + configuration));

    private const string Patterns =
        "config/_default/permalinks.toml=posts = '/:year/:monthname/:slug/:filename/'|talks = '/:sections[1:]/:section/:title/'|"
        + "slugs = '/:slugorfilename/'|wk = '/:weekday/:weekdayname/:yearday/:title/'";

    [Theory]
    [InlineData("content/posts/2020-01-02-My File.md", "title: 'A: b'", "/2020/january/my-file/2020-01-02-my-file/")]
    [InlineData("content/posts/b.md", "date: 2020-03-04T23:00:00-08:00|slug: Own Slug", "/2020/march/own-slug/b/")]
    [InlineData("content/posts/d.md", "title: nodate", "/1/january/nodate/d/")]
    [InlineData("content/posts/c.md", "date: 2020-03-04|url: /own/page", "/own/page")]
    [InlineData("content/posts/secret.md", "title: s", "-")]
    [InlineData("content/talks/2021/pycon/one.md", "title: 'My Talk: two'", "/talks/my-talk-two/")]
    [InlineData("content/slugs/My-File.md", "title: x", "/my-file/")]
    [InlineData("content/wk/w.md", "title: W|date: 2021-05-06", "/4/thursday/126/w/")]
    [InlineData("content/notes/x.fr.md", "title: x", "/notes/x.fr/")]
    [InlineData("content/posts/2020-01-02-both.md", "date: 2021-03-04|title: Both", "/2020/january/both/2020-01-02-both/")]
    [InlineData("content/slugs/C++ notes.md", "title: x", "/c-notes/")]
    [InlineData("content/slugs/own.md", "slug: 'a -- b'", "/a--b/")]
    [InlineData("content/slugs/own.md", "slug: 'F#'", "/f/")]
    [InlineData("content/slugs/own.md", "slug: 'C# notes'", "/c%23-notes/")]
    [InlineData("content/notes/a--b.md", "title: x", "/notes/a--b/")]
    [InlineData("content/notes/a++.md", "title: x", "/notes/a++/")]
    [InlineData("content/notes/a_b-c d+e.md", "title: x", "/notes/a_b-c-d+e/")]
    [InlineData("content/notes/CaSe.md", "title: x", "/notes/case/")]
    [InlineData("content/Notes Two/été.md", "title: x", "/notes-two/%C3%A9t%C3%A9/")]
    [InlineData("content/notes/exp.md", "title: x|expiryDate: 2020-01-01", "-")]
    [InlineData("content/notes/pub.md", "title: x|publishDate: 2099-01-01", "-")]
    [InlineData("content/notes/fut.md", "title: x|date: 2099-01-01", "-")]
    [InlineData("content/notes/head.md", "title: x|headless: true", "/notes/head/")]
    [InlineData("content/notes/leaf/index.md", "title: x|headless: true", "-")]
    [InlineData("content/notes/bn.md", "title: x|_build:|  render: never", "-")]
    [InlineData("content/notes/bl.md", "title: x|build:|  render: link", "-")]
    [InlineData("content/_index.md", "title: home", "/")]
    [InlineData("content/about.md", "title: x", "/about/")]
    [InlineData("content/notes/_index.md", "title: x", "/notes/")]
    public void Of_Hugo(string path, string frontMatter, string expected) => Assert.Equal(expected, Page(path, frontMatter,
        "config/_default/config.toml=baseURL = '/'|ignoreFiles = ['secret\\.md$']|[frontmatter]|date = [':filename', ':default']",
            Patterns));

    [Theory]
    [InlineData("content/notes/leaf/part.md", "content/notes/leaf/index.md=---|title: x|---", "-")]
    [InlineData("content/talks/2021/pycon/x.md", "config/_default/permalinks.toml=talks = '/:sections/:slug/'", "/talks/x/")]
    [InlineData("content/notes/branch/x.md", "content/notes/branch/_index.md=---|title: x|---", "/notes/branch/x/")]
    [InlineData("content/notes/a/x.md", "content/notes/_index.md=---|cascade:|  _build:|    render: never|---", "-")]
    [InlineData("content/notes/a/x.md", "content/notes/_index.md=---|cascade:|- _target:|    path: /notes/b/**|  draft: true|---",
        "/notes/a/x/")]
    [InlineData("content/notes/a/x.md", "content/notes/_index.md=---|cascade:|- _target:|    path: /notes/a/**|  draft: true|---", "-")]
    [InlineData("content/notes/a/x.md",
        "content/_index.md=---|cascade:|- target:|    kind: '{home,section}'|  params:|    searchable: false|---", "/notes/a/x/")]
    [InlineData("content/b/x.md", "content/_index.md=---|cascade:|- target:|    path: '{/a/**,/b/**}'|  params:|    searchable: false|---",
        "-")]
    public void Of_Hugo_with_folders_of_their_own(string path, string other, string expected) =>
        Assert.Equal(expected, Page(path, "title: x", "hugo.toml=baseURL = '/'", other));

    [Theory]
    [InlineData("[languages.en]|contentDir = 'content/en'|[languages.de]|contentDir = 'content/de'", "content/en/posts/a.md", "/posts/a/")]
    [InlineData("[languages.en]|contentDir = 'content/en'|[languages.de]|contentDir = 'content/de'", "content/de/posts/a.md",
        "/de/posts/a/")]
    [InlineData("defaultContentLanguageInSubdir = true|[languages.en]|weight = 1|[languages.de]|weight = 2", "content/a.md", "/en/a/")]
    [InlineData("defaultContentLanguage = 'de'|[languages.en]|weight = 1|[languages.de]|weight = 2", "content/a.en.md", "/en/a/")]
    [InlineData("defaultContentLanguage = 'de'|[languages.en]|weight = 1|[languages.de]|weight = 2", "content/a.de.md", "/a/")]
    [InlineData("[languages.en]|weight = 1|[languages.de]|baseURL = 'https://de.blog.example/'", "content/a.de.md",
        "https://de.blog.example/a/")]
    [InlineData("[languages.en]|[languages.fr]", "content/a.fr.md", "/fr/a/")]
    [InlineData("[[module.mounts]]|source = 'content/en'|target = 'content'", "content/en/a.md", "/a/")]
    [InlineData("disablePathToLower = true", "content/Posts/My File.md", "/Posts/My-File/")]
    [InlineData("removePathAccents = true", "content/été.md", "/ete/")]
    [InlineData("uglyURLs = true", "content/posts/a.md", "/posts/a.html")]
    [InlineData("uglyURLs = true", "content/posts/_index.md", "/posts.html")]
    [InlineData("uglyURLs = true|[permalinks]|posts = '/j/:slug/'", "content/posts/a.md", "/j/x.html")]
    [InlineData("disableLanguages = ['de']|[languages.en]|weight = 1|[languages.de]|weight = 2", "content/a.de.md", "-")]
    [InlineData("[languages.en]|weight = 1|[languages.de]|disabled = true", "content/a.de.md", "-")]
    public void Of_Hugo_in_several_languages(string configuration, string path, string expected) =>
        Assert.Equal(expected, Page(path, "title: x", "hugo.toml=baseURL = '/'|" + configuration));

    [Fact]
    public void Of_Hugo_with_front_matter_in_JSON()
    {
        _folder.With("hugo.toml", "baseURL = '/'").With("content/j.md", "{", "  \"title\": \"A {brace}\",", "  \"date\": \"2020-01-02\",",
            "  \"tags\": [\"conf\"],", "  \"slug\": \"jay\"", "}", "", "# Heading");

        var post = _folder.Read("content/j.md");

        Assert.Equal(("A {brace}", new DateOnly(2020, 1, 2), "/jay/", 8),
            (post.Title, post.Date, post.Url, Array.IndexOf(post.Text.Split('\n'), "# Heading") + 1));
        Assert.Empty(post.Warnings);
    }

    [Theory]
    [InlineData("dir: { input: 'src', output: '_site' },", "src/posts/2020-01-02-hello.md", "title: x", "/posts/2020-01-02-hello/")]
    [InlineData("", "posts/hello/hello.md", "title: x", "/posts/hello/")]
    [InlineData("pathPrefix: '/blog/',", "posts/hello.md", "title: x", "/blog/posts/hello/")]
    [InlineData("", "posts/hello.md", "permalink: '/w/{{ page.fileSlug }}/'", "/w/hello/")]
    [InlineData("", "posts/2020-01-02-hello.md",
        "title: My Post|permalink: '{{ page.date ¦ date: \"%Y/%m\" }}/{{ title ¦ slugify }}/index.html'", "/2020/01/my-post/")]
    [InlineData("", "posts/hello.md", "permalink: '{{ x ¦ mine }}/'", null)]
    [InlineData("", "posts/hello.md", "permalink: false", "-")]
    public void Of_Eleventy(string configuration, string path, string frontMatter, string? expected) =>
        Assert.Equal(expected, Page(path, frontMatter, $".eleventy.js=module.exports = () => ({{ {configuration} }});"));

    [Theory]
    [InlineData("_posts/_posts.json={ \"permalink\": \"/web/{{ page.fileSlug }}/\" }", "/web/hello/")]
    [InlineData("_posts/_posts.11tydata.js=module.exports = { permalink: \"/web/{{ page.fileSlug }}/\" };", "/web/hello/")]
    [InlineData("_posts/_posts.11tydata.js=module.exports = { permalink: data => `/${data.x}/` };", null)]
    [InlineData("_posts/_posts.11tydata.js=module.exports = { eleventyComputed: { permalink: '/x/' } };", null)]
    [InlineData("_posts/_posts.11tydata.js=module.exports = { layout: 'x' };", "/_posts/hello/")]
    [InlineData("_posts/hello.json={ \"permalink\": \"/own/\" }", "/own/")]
    [InlineData("_posts/other.json={ \"permalink\": \"/own/\" }", "/_posts/hello/")]
    [InlineData(".eleventyignore=_posts", "-")]
    public void Of_Eleventy_with_data_files(string file, string? expected) =>
        Assert.Equal(expected, Page("_posts/hello.md", "title: x", ".eleventy.js=module.exports = () => ({});", file));

    [Theory]
    [InlineData("Title: Day #1 Gates|Date: 2014-02-03", "ARTICLE_URL = 'blog/{date:%Y}/{slug}/'", "/blog/2014/day-1-gates/")]
    [InlineData("Title: Tip: gates that close|Date: 2014-02-03", "SITEURL = 'http://localhost:8000'", "/tip-gates-that-close.html")]
    public void Of_Pelican_whose_headers_are_no_YAML(string frontMatter, string configuration, string expected)
    {
        Assert.Equal(expected, Page("content/x.md", frontMatter, "pelicanconf.py=PATH = 'content'|" + configuration));
        Assert.Empty(_folder.Read("content/x.md").Warnings);
    }

    [Fact]
    public void Of_Pelican_at_the_address_that_is_published() => Assert.Equal("https://gates.example/x.html",
        Page("content/x.md", "Title: x", "pelicanconf.py=SITEURL = 'http://localhost:8000'|PATH = 'content'",
            "publishconf.py=from pelicanconf import *|SITEURL = 'https://gates.example'"));

    [Theory]
    [InlineData("blog/2020-01-02-my-talk.mdx", "title: x", "/b/blog/2020/01/02/my-talk")]
    [InlineData("blog/2020/01-02-my-talk/index.md", "title: x", "/b/blog/2020/01/02/my-talk")]
    [InlineData("blog/my-talk.md", "slug: own", "/b/blog/own")]
    [InlineData("docs/01-a/02-intro.md", "title: x", "/b/docs/a/intro")]
    [InlineData("docs/a/index.md", "title: x", "/b/docs/a/")]
    [InlineData("other/a.md", "title: x", null)]
    public void Of_Docusaurus(string path, string frontMatter, string? expected) =>
        Assert.Equal(expected, Page(path, frontMatter, "docusaurus.config.js=module.exports = {|  baseUrl: '/b/',|};"));

    // By the code of Hexo 7.3: lib/plugins/filter/post_permalink.js, lib/models/category.ts, hexo-util's slugize.
    [Theory]
    [InlineData("permalink: :category/:title.html", "source/_posts/a.md", "categories: [Foo Bar, Baz]", "/Foo-Bar/Baz/a.html")]
    [InlineData("permalink: :category/:title/|category_map:|  Sprüche: sayings", "source/_posts/a.md", "categories: [Sprüche]", "/sayings/a/")]
    [InlineData("permalink: :category/:title/|default_category: misc", "source/_posts/a.md", "title: x", "/misc/a/")]
    [InlineData("permalink: :post_title/", "source/_posts/a.md", "title: 'Crème: a_b & C++'", "/creme-a-b-c/")]
    [InlineData("permalink: :name/", "source/_posts/sub/a.md", "title: x", "/a/")]
    [InlineData("permalink: :title/", "source/_posts/sub/a.md", "title: x", "/sub/a/")]
    [InlineData("permalink: :title.html|pretty_urls:|  trailing_html: false", "source/_posts/a.md", "title: x", "/a")]
    [InlineData("permalink: :title/", "source/talks/index.md", "title: x", "/talks/")]
    public void Of_Hexo_that_package_json_names(string configuration, string path, string frontMatter, string expected) =>
        Assert.Equal(expected, Page(path, frontMatter, "_config.yml=" + configuration,
            "package.json={ \"dependencies\": { \"hexo\": \"^7.0.0\" } }"));

    // By builds with Hexo 8.1 in the time zone of the configuration.
    [Theory]
    [InlineData("language: en", "2020-01-02T02:00:00+09:00", "/2020/01/01/a/")]
    [InlineData("language: en", "2020-01-02 02:00:00 +0900", "/2020/01/01/a/")]
    [InlineData("language: en", "2020-01-02 22:00:00 -0500", "/2020/01/03/a/")]
    [InlineData("language: en", "2020-01-02 22:00:00", "/2020/01/02/a/")]
    [InlineData("timezone: Asia/Shanghai", "2020-01-02 02:00:00 +0900", "/2020/01/02/a/")]
    [InlineData("timezone: Asia/Shanghai", "2020/01/02 02:00:00 +0900", "/2020/01/02/a/")]
    [InlineData("timezone: Asia/Shanghai", "2020-01-02T02:00:00+09:00", "/2020/01/01/a/")]
    [InlineData("timezone: Asia/Shanghai", "2020-01-02T02:00:00Z", "/2020/01/02/a/")]
    [InlineData("timezone: Asia/Shanghai", "2020-01-02", "/2020/01/02/a/")]
    public void Of_Hexo_by_the_time_of_a_post(string configuration, string date, string expected) =>
        Assert.Equal(expected, Page("source/_posts/a.md", "date: " + date, "_config.yml=source_dir: source|" + configuration));

    [Theory]
    [InlineData("hugo.toml=baseURL = '/'", "content/posts/a.md", "permalink: /own/a/", "/posts/a/")]
    [InlineData("hugo.toml=baseURL = '/'", "content/posts/a.md", "path: /own/a/", "/posts/a/")]
    [InlineData("hugo.toml=baseURL = '/'", "content/posts/a.md", "permalink: /own/a/|url: /url/a", "/url/a")]
    [InlineData("_config.yml=title: x", "_posts/2020-01-02-a.md", "url: /own/a/", "/2020/01/02/a.html")]
    [InlineData("_config.yml=title: x", "_posts/2020-01-02-a.md", "path: /own/a/|permalink: /p/a/", "/p/a/")]
    [InlineData("_config.yml=source_dir: source", "source/_posts/a.md", "date: 2020-01-02|path: /own/a/", "/2020/01/02/a/")]
    public void Of_a_key_that_the_generator_does_not_read(string configuration, string path, string frontMatter, string expected) =>
        Assert.Equal(expected, Page(path, frontMatter, configuration));

    private const string GatsbyNode = "gatsby-node.js=const value = createFilePath({ node, getNode })|"
        + "createNodeField({ name: `slug`, node, value })|createPage({ path: post.fields.slug, component: template })";

    [Theory]
    [InlineData("content/blog/my-talk/index.md", GatsbyNode, "/p/my-talk/")]
    [InlineData("content/blog/2020/My Talk.md", GatsbyNode, "/p/2020/My%20Talk/")]
    [InlineData("content/assets/a.md", GatsbyNode, null)]
    [InlineData("content/blog/a.md", "gatsby-node.js=createPage({ path: post.fields.slug })", null)]
    [InlineData("content/blog/a.md", "gatsby-node.js=createFilePath({ node, getNode })|createNodeField({ node, value: `/blog${value}` })|"
        + "createPage({ path: post.fields.slug })", null)]
    [InlineData("content/blog/posts/a.md", "gatsby-node.js=const value = createFilePath({ node, getNode, basePath: `posts` })|"
        + "createNodeField({ node, value })|createPage({ path: node.fields.slug, component })", "/p/a/")]
    [InlineData("src/pages/notes/conf.mdx", "gatsby-node.js=", "/p/notes/conf/")]
    [InlineData("src/pages/notes/index.mdx", "gatsby-node.js=", "/p/notes/")]
    [InlineData("src/pages/notes/conf.md", "gatsby-node.js=", null)]
    public void Of_Gatsby(string path, string program, string? expected) => Assert.Equal(expected, Page(path, "title: x",
        "gatsby-config.js=module.exports = { pathPrefix: `/p`, plugins: [`gatsby-plugin-mdx`,|"
        + "{ resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog`, name: `blog` } }] }", program));

    [Theory]
    [InlineData("src/content/blog/my-talk.mdx", "getCollection('blog')| params: { slug: post.id }", "/blog/my-talk/")]
    [InlineData("src/content/blog/a/index.md", "getCollection(\"blog\")| params: { slug: post.slug },", "/blog/a/")]
    [InlineData("src/content/blog/my-talk.md", "getCollection('blog')| params: { slug: make(post) }", null)]
    [InlineData("src/content/notes/my-talk.md", "getCollection('blog')| params: { slug: post.id }", null)]
    [InlineData("src/pages/about.md", "", "/about/")]
    public void Of_Astro(string path, string route, string? expected) =>
        Assert.Equal(expected, Page(path, "title: x", "astro.config.mjs=export default {};", "src/pages/blog/[...slug].astro=" + route));

    [Theory]
    [InlineData("content/1.talks/2.My-Talk.md", "/talks/my-talk")]
    [InlineData("content/1.talks/index.md", "/talks")]
    public void Of_Nuxt(string path, string expected) =>
        Assert.Equal(expected, Page(path, "title: x", "nuxt.config.ts=modules: ['@nuxt/content']"));
}
