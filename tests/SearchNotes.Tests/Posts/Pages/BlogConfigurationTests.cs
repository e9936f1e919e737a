using CsCheck;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts.Pages;

public sealed class BlogConfigurationTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DetectedBlog? Guess(string below = "") => new Corpus(new CorpusOptions { Root = Path.Join(_folder.Root, below) }).Detected;

    [Theory]
    [InlineData("markdown: kramdown", AnchorStyle.KramdownGfm)]
    [InlineData("kramdown:\n  input: kramdown", AnchorStyle.Kramdown)]
    [InlineData("kramdown:\n  auto_ids: false", AnchorStyle.Unknown)]
    [InlineData("markdown: redcarpet\nredcarpet:\n  extensions: [\"with_toc_data\"]", AnchorStyle.Redcarpet)]
    [InlineData("markdown: redcarpet", AnchorStyle.Unknown)]
    [InlineData("markdown: rdiscount", AnchorStyle.Unknown)]
    [InlineData("source_dir: source", AnchorStyle.Hexo)]
    public void A_config_yml_tells_how_headings_get_ids(string configuration, AnchorStyle expected)
    {
        _folder.With("_config.yml", configuration);

        Assert.Equal(expected, Guess()?.Anchors);
    }

    [Theory]
    [InlineData("", AnchorStyle.HugoAnyVersion)]
    [InlineData("[markup.goldmark.parser]\nautoHeadingIDType = 'github-ascii'", AnchorStyle.HugoAscii)]
    [InlineData("[markup]\n[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'", AnchorStyle.HugoBlackfriday)]
    [InlineData("[markup.goldmark.parser]\nautoHeadingID = false", AnchorStyle.Unknown)]
    public void A_hugo_toml_tells_how_headings_get_ids(string configuration, AnchorStyle expected)
    {
        _folder.With("config.toml", "baseURL = '/'", configuration);

        Assert.Equal(expected, Guess()?.Anchors);
    }

    [Theory]
    [InlineData(".github/workflows/site.yml", "    env:\n      HUGO_VERSION: 0.111.3", AnchorStyle.Hugo)]
    [InlineData(".github/workflows/site.yml", "          hugo-version: '0.148.1'", AnchorStyle.HugoText)]
    [InlineData("netlify.toml", "HUGO_VERSION = \"0.99.1\"", AnchorStyle.Hugo)]
    [InlineData("go.mod", "require github.com/gohugoio/hugo v0.150.0", AnchorStyle.HugoText)]
    [InlineData(".hugo_version", "0.120.4", AnchorStyle.Hugo)]
    [InlineData("config/_default/module.toml", "[hugoVersion]\nmin = '0.145.0'", AnchorStyle.HugoText)]
    [InlineData("README.md", "hugo 0.100", AnchorStyle.HugoAnyVersion)]
    public void The_version_of_Hugo_is_found_where_it_is_installed(string file, string text, AnchorStyle expected)
    {
        _folder.With("hugo.toml", "baseURL = '/'").With(file, text.Split('\n'));

        Assert.Equal(expected, Guess()?.Anchors);
    }

    [Fact]
    public void The_nearest_of_the_folder_and_three_above_counts()
    {
        _folder.With("_config.yml", "permalink: /far/").With("a/_config.yml", "permalink: /near/").With("a/b/c/x.md")
            .With("a/b/c/d/e/x.md");

        Assert.Equal(("../../_config.yml", "/near/"), (Guess("a/b/c")?.File, Guess("a/b/c")?.Permalink));
        Assert.Null(Guess("a/b/c/d/e"));
    }

    [Fact]
    public void It_is_not_looked_for_beyond_the_repository()
    {
        _folder.With("_config.yml", "permalink: /far/").With("repo/.git/HEAD").With("repo/posts/x.md");

        Assert.Null(Guess("repo/posts"));
    }

    [Fact]
    public void A_corpus_below_the_blog_knows_its_place()
    {
        _folder.With("hugo.toml", "baseURL = 'https://blog.example/'").With("content/posts/x.md");
        var corpus = new Corpus(new CorpusOptions { Root = Path.Join(_folder.Root, "content/posts") });

        Assert.Equal("https://blog.example/posts/x/", corpus.Read(Assert.Single(corpus.List())).Url);
    }

    [Fact]
    public void A_config_toml_of_something_else_tells_nothing()
    {
        _folder.With("config.toml", "[build]", "jobs = 4");

        Assert.Null(Guess());
    }

    [Fact]
    public void The_fingerprint_changes_with_the_configuration()
    {
        var without = _folder.Open().BlogFingerprint;
        var with = _folder.With("_config.yml", "permalink: pretty").Open().BlogFingerprint;
        var other = _folder.With("_config.yml", "permalink: none").Open().BlogFingerprint;

        Assert.Equal(3, new[] { without, with, other }.Distinct().Count());
    }

    [Fact]
    public void What_was_guessed_reads_as_a_sentence()
    {
        _folder.With("_config.yml", "url: https://blog.example", "permalink: pretty");

        Assert.Equal("_config.yml says Jekyll: pages by the pattern pretty, heading ids of kramdown-gfm, address https://blog.example.",
            Guess()?.ToString());
    }

    /// <summary>After an unknown scheme there may be another that a browser executes.</summary>
    [Theory]
    [InlineData("_config.yml", "url: a:javascript:alert(1)//")]
    [InlineData("_config.yml", "url: javascript:alert(1)//")]
    [InlineData("_config.yml", "url: https://blog.example\nbaseurl: javascript:alert(1)//")]
    [InlineData("_config.yml", "baseurl: javascript:alert(1)//")]
    [InlineData("_config.yml", "url: file://c:/x\npermalink: javascript:alert(1)//x")]
    [InlineData("_config.yml", "url: http://localhost//other.example/")]
    [InlineData("_config.yml", "source_dir: source\nurl: x:data:text/html,x\npermalink: data:x")]
    [InlineData("hugo.toml", "baseURL = 'a:javascript:alert(1)//'")]
    [InlineData("hugo.toml", "baseURL = '//other.example/'")]
    public void An_address_is_of_the_web_or_a_path_whatever_a_configuration_says(string file, string configuration)
    {
        _folder.With(file, configuration).With("content/_posts/2013-07-07-x.md", "---\ntitle: X\n---");

        var address = _folder.Read("content/_posts/2013-07-07-x.md").Url;

        Assert.True(address is null || WebAddress.Of(address) is not null || address is ['/', not '/', ..], address);
    }

    [Theory]
    [InlineData("permalink: javascript:alert(1)//x")]
    [InlineData("permalink: data:text/html,x")]
    [InlineData("permalink: //other.example/x")]
    [InlineData("permalink: HTTPS:alert(1)")]
    public void An_address_is_of_the_web_or_a_path_whatever_a_post_says(string permalink)
    {
        _folder.With("_config.yml", "permalink: pretty").With("_posts/2013-07-07-x.md", "---", "title: X", permalink, "---");

        var address = _folder.Read("_posts/2013-07-07-x.md").Url;

        Assert.True(address is null || WebAddress.Of(address) is not null || address is ['/', not '/', ..], address);
    }

    [Fact]
    public void Any_configuration_is_read()
    {
        string[] files = ["_config.yml", "hugo.toml", "config.yaml", "pelicanconf.py", ".eleventy.js", "gatsby-config.js", "site.hs"];
        string[] lines =
            ["url: x", "baseURL = 3", "permalink: [a]", "permalink: :::", "ARTICLE_URL = '{", "a: *b", "[[", "baseURL = 'http://[::'",
                "url: http://%zz", "collections: {a: {output: true}}", "\"", "\0", "input: \"", "x = '"];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, lines.Length - 1].Array[0, 6]).Sample(
            x =>
            {
                using var folder = new CorpusFolder();
                folder.With(files[x.Item1], [.. x.Item2.Select(i => lines[i])]).With("content/_posts/2013-07-07-x.md");

                Assert.NotNull(folder.Read("content/_posts/2013-07-07-x.md"));
            },
            iter: 300);
    }
}
