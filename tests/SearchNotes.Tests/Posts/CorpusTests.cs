using System.Text;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts;

public sealed class CorpusTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Posts_are_listed_by_path_from_all_folders()
    {
        _folder.With("b.md").With("a/z.markdown").With("a/b/y.mkd").With("x.mdown").With("n.txt").With("picture.png").With("UPPER.MD");

        Assert.Equal(["UPPER.MD", "a/b/y.mkd", "a/z.markdown", "b.md", "n.txt", "x.mdown"], _folder.Paths());
    }

    [Fact]
    public void Hidden_folders_packages_and_built_sites_hold_no_posts()
    {
        _folder.With(".git/a.md").With(".hidden.md").With("node_modules/p/README.md").With("_site/a.md").With("_includes/a.md")
            .With("drafts/a.md").With("public/b.md");

        Assert.Equal(["drafts/a.md", "public/b.md"], _folder.Paths());
    }

    [Fact]
    public void A_missing_folder_says_so()
    {
        var e = Assert.Throws<SearchNotesException>(() => new Corpus(new CorpusOptions { Root = _folder.Root + "/none" }).List());

        Assert.Equal(Fault.Corpus, e.Fault);
    }

    [Fact]
    public void Links_never_lead_out_of_the_folder()
    {
        using var outside = new CorpusFolder();
        outside.With("secret.md").With("deep/secret.md");
        _folder.With("a.md").WithLink("out.md", outside.Root + "/secret.md").WithLink("outside", outside.Root);
        _folder.WithLink("through.md", "outside/secret.md").WithLink("dangling.md", "nowhere.md");

        Assert.Equal(["a.md"], _folder.Paths());
    }

    [Fact]
    public void A_folder_beside_whose_name_begins_the_same_is_outside()
    {
        var beside = Directory.CreateDirectory(_folder.Root + "-private").FullName;
        try
        {
            File.WriteAllText(Path.Combine(beside, "secret.md"), "Text.");
            _folder.With("a.md").WithLink("out.md", Path.Combine(beside, "secret.md")).WithLink("outside", beside)
                .WithLink("up.md", $"../{Path.GetFileName(beside)}/secret.md");

            Assert.Equal(["a.md"], _folder.Paths());
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    [Fact]
    public void Links_inside_the_folder_double_nothing_and_end()
    {
        _folder.With("posts/a.md").WithLink("posts/again.md", "a.md").WithLink("posts/up", "..").WithLink("circle", "circle");

        Assert.Equal(["posts/a.md"], _folder.Paths());
    }

    [Fact]
    public void A_link_to_a_post_in_a_hidden_folder_is_the_post()
    {
        _folder.With(".data/2013/a.md").WithLink("latest", ".data/2013").WithLink("b.md", "latest/a.md");

        Assert.Single(_folder.Paths());
    }

    [Theory]
    [InlineData("2013-07-07-day-two.md", "2013-07-07-day-two")]
    [InlineData("posts/Über C#.md", "uber-c")]
    [InlineData("conf/2014/README.md", "2014")]
    [InlineData("blog/2014-09-26-faves/index.md", "2014-09-26-faves")]
    [InlineData("README.md", "readme")]
    [InlineData("faves/index.fr.md", "faves-fr")]
    [InlineData("メモ.md", "memo")]
    [InlineData("???.md", "post")]
    public void A_posts_id_is_its_slugged_file_name(string path, string id)
    {
        _folder.With(path);

        Assert.Equal([id], _folder.Ids());
    }

    [Fact]
    public void Folders_are_put_in_front_where_names_are_the_same()
    {
        _folder.With("a/2013/day-one.md").With("b/2013/day-one.md").With("b/2014/day-one.md").With("day-two.md");

        Assert.Equal(["a-2013-day-one", "b-2013-day-one", "2014-day-one", "day-two"], _folder.Ids());
    }

    [Fact]
    public void What_differs_in_its_extension_only_is_numbered()
    {
        _folder.With("a.markdown").With("a.md").With("a-2.md");

        Assert.Equal(3, _folder.Ids().Distinct().Count());
    }

    [Fact]
    public void A_post_is_read_whole_with_its_body_line()
    {
        _folder.With("2013-07-07-x.md", "---", "title: T", "---", "One.", "Two.");

        var post = _folder.Read();

        Assert.Equal("T", post.Title);
        Assert.Equal(new DateOnly(2013, 7, 7), post.Date);
        Assert.Equal("---\ntitle: T\n---\nOne.\nTwo.", post.Text);
        Assert.Equal(4, post.BodyLine);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Encodings_are_recognised(string encoding)
    {
        var target = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        _folder.With("a.md", [.. target.GetPreamble(), .. target.GetBytes("# Océane\r\nd’été\rx")]);

        var post = _folder.Read();

        Assert.Equal("# Océane\nd’été\nx", post.Text);
        Assert.Equal(encoding == "utf-8" ? 0 : 1, post.Warnings.Count);
    }

    [Fact]
    public void A_damaged_character_does_not_spoil_the_others()
    {
        _folder.With("a.md", [.. "Océane d’été "u8, 0xFF, .. " été"u8]);

        var post = _folder.Read();

        Assert.Equal("Océane d’été \uFFFD été", post.Text);
        Assert.Single(post.Warnings);
    }

    [Fact]
    public void A_lost_character_makes_no_program_of_a_post()
    {
        _folder.With("a.md", new string('x', 2000) + "\0");

        var post = _folder.Read();

        Assert.EndsWith("x\uFFFD", post.Text, StringComparison.Ordinal);
        Assert.Null(post.SkipReason);
        Assert.Single(post.Warnings);
    }

    [Fact]
    public void What_is_no_text_or_too_large_or_empty_is_left_out()
    {
        _folder.With("binary.md", [65, 0, 66]).With("large.md", new string('x', 200)).With("none.md", Array.Empty<byte>());

        var corpus = _folder.Open(o => o with { MaxPostBytes = 100 });
        var posts = corpus.List().Select(corpus.Read).ToList();

        Assert.All(posts, post => Assert.Equal("", post.Text));
        Assert.Equal(["it holds NUL characters, so it is no text", "it is larger than 100 bytes", "it is empty"],
            posts.Select(p => p.SkipReason));
        Assert.All(posts, post => Assert.Single(post.Warnings));
    }

    [Fact]
    public void Plain_text_is_a_post_when_it_has_front_matter_or_a_heading()
    {
        _folder.With("a.txt", "Title: T", "", "Text.").With("b.txt", "Notes", "=====", "", "Text.").With("c.txt", "Buy milk.");

        Assert.Equal([null, null, "it is plain text with neither front matter nor a heading"], _folder.Open().List()
            .Select(f => _folder.Read(f.Path).SkipReason));
    }

    [Fact]
    public void Drafts_are_left_out_unless_asked_for()
    {
        _folder.With("_drafts/a.md").With("drafts/b.md").With("c.md", "---", "draft: true", "---", "Text.");

        Assert.Equal(["it lies below a folder _drafts", "its front matter says draft: true", null], _folder.Open().List()
            .Select(f => _folder.Read(f.Path).SkipReason));
        Assert.All(_folder.Open().List(), f => Assert.Null(_folder.Read(f.Path, o => o with { IncludeDrafts = true }).SkipReason));
    }

    [Fact]
    public void Settings_of_the_longest_pattern_win_key_by_key()
    {
        _folder.With("posts/2013/a.md");
        var folders = new Dictionary<string, FolderOptions>
        {
            ["posts/**"] = new() { Talks = "one", Event = "PyCon" },
            ["posts/2013/*"] = new() { Event = "PyCon 2013" },
            ["notes"] = new() { Event = "None" },
        };

        var post = _folder.Read(change: o => o with { Folders = folders, Defaults = new FolderOptions { TalkLevel = 2, Talks = "none" } });

        Assert.Equal("one", post.Overrides.Talks);
        Assert.Equal(2, post.Overrides.TalkLevel);
        Assert.Equal("PyCon 2013", post.Overrides.Event);
    }

    [Fact]
    public void The_only_heading_of_level_one_at_the_top_is_the_title()
    {
        _folder.With("a-b.md", "", "# The *Title*", "", "Text.", "", "```", "# install", "```", "## More")
            .With("c_d.md", "# One", "", "# Two");

        Assert.Equal("The Title", _folder.Read("a-b.md").Title);
        Assert.Equal("C d", _folder.Read("c_d.md").Title);
        Assert.True(_folder.Read("c_d.md").TitleIsFromFileName);
    }
}
