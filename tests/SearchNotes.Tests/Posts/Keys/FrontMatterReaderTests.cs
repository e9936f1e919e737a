using CsCheck;
using SearchNotes.Posts;
using SearchNotes.Posts.Keys;
using Xunit;

namespace SearchNotes.Tests.Posts.Keys;

public sealed class FrontMatterReaderTests
{
    private static FrontMatterReading Read(params string[] lines) => FrontMatterReader.Read(string.Join('\n', lines), 65536);

    [Fact]
    public void Yaml_between_fences_is_read()
    {
        var reading = Read("---", "title: \"PyCon: Day Two\"", "tags: event, python", "date: 2013-07-07 10:00", "---", "", "Text.");

        Assert.Equal("PyCon: Day Two", reading.FrontMatter.Title);
        Assert.Equal(["event", "python"], reading.FrontMatter.Tags);
        Assert.Equal(new DateOnly(2013, 7, 7), reading.FrontMatter.Date);
        Assert.Equal(6, reading.BodyLine);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Toml_between_plus_signs_is_read()
    {
        var reading =
            Read("+++", "title = \"Config Management Camp\"", "date = 2015-07-26T22:05:50", "categories = [\"a\", \"b\"]", "draft = false",
                "[extra]", "speaker = \"Jane Doe\"", "+++", "Text.");

        Assert.Equal(FrontMatterDialect.Toml, reading.FrontMatter.Dialect);
        Assert.Equal("Config Management Camp", reading.FrontMatter.Title);
        Assert.Equal(new DateOnly(2015, 7, 26), reading.FrontMatter.Date);
        Assert.Equal(["a", "b"], reading.FrontMatter.Tags);
        Assert.Equal(["Jane Doe"], reading.FrontMatter.Speakers);
        Assert.Null(reading.FrontMatter.UnpublishedReason);
        Assert.Equal(9, reading.BodyLine);
    }

    [Fact]
    public void A_title_over_several_lines_is_one_line()
    {
        var reading = Read("+++", "title = \"\"\"Config", "Camp\"\"\"", "+++", "Text.");

        Assert.Equal("Config Camp", reading.FrontMatter.Title);
        Assert.Equal(5, reading.BodyLine);
    }

    [Fact]
    public void Yaml_without_opening_fence_is_read_as_Hexo_writes_it()
    {
        var reading = Read("title: Emacs at the pub", "date: 2011-11-18 15:07:00", "tags:", "- emacs", "- clojure", "---", "Text.");

        Assert.Equal(FrontMatterDialect.YamlWithoutOpening, reading.FrontMatter.Dialect);
        Assert.Equal("Emacs at the pub", reading.FrontMatter.Title);
        Assert.Equal(["emacs", "clojure"], reading.FrontMatter.Tags);
        Assert.Equal(7, reading.BodyLine);
    }

    [Theory]
    [InlineData("Faster tests by Jane Doe")]
    [InlineData("Keynote: the web in ten years")]
    public void A_setext_heading_at_the_top_is_no_front_matter(string heading)
    {
        var reading = Read(heading, "---", "", "Text.");

        Assert.Equal(FrontMatterDialect.None, reading.FrontMatter.Dialect);
        Assert.Equal(1, reading.BodyLine);
    }

    [Fact]
    public void A_rule_across_the_page_at_the_top_is_no_front_matter()
    {
        var reading = Read("---", "", "Some words before the notes.", "", "---", "Text.");

        Assert.Equal(FrontMatterDialect.None, reading.FrontMatter.Dialect);
    }

    [Fact]
    public void Indented_keys_are_read_as_Frog_writes_them()
    {
        var reading = Read("    Title: Eindrücke vom Kongress", "    Date: 2015-01-05T20:05:35", "    Tags: IT, Reisen", "", "Text.");

        Assert.Equal(FrontMatterDialect.IndentedKeys, reading.FrontMatter.Dialect);
        Assert.Equal("Eindrücke vom Kongress", reading.FrontMatter.Title);
        Assert.Equal(["IT", "Reisen"], reading.FrontMatter.Tags);
        Assert.Equal(4, reading.BodyLine);
    }

    [Fact]
    public void Keys_without_fence_or_indent_are_read_as_Pelican_writes_them()
    {
        var reading = Read("Title: PyCon", "Date: 2010-12-03 10:20", "Category: Python", "", "Text: no key.");

        Assert.Equal("PyCon", reading.FrontMatter.Title);
        Assert.Equal(["Python"], reading.FrontMatter.Tags);
        Assert.Equal(4, reading.BodyLine);
    }

    [Fact]
    public void Pandocs_title_block_is_read()
    {
        var reading = Read("% Scaling", "  Infrastructure", "% Jane Doe; John Roe", "% 14 January 2012", "", "Text.");

        Assert.Equal("Scaling Infrastructure", reading.FrontMatter.Title);
        Assert.Equal(["Jane Doe", "John Roe"], reading.FrontMatter.Authors);
        Assert.Equal(new DateOnly(2012, 1, 14), reading.FrontMatter.Date);
        Assert.Equal(5, reading.BodyLine);
    }

    [Fact]
    public void A_colon_in_a_title_makes_no_yaml_but_is_read_all_the_same()
    {
        var reading = Read("---", "title: Erlang: the movie", "tags: [erlang, film]", "---", "Text.");

        Assert.Equal("Erlang: the movie", reading.FrontMatter.Title);
        Assert.Equal(["erlang", "film"], reading.FrontMatter.Tags);
        Assert.Equal("The front matter is not valid YAML (line 2 does not parse); it is read line by line.",
            Assert.Single(reading.Warnings).Message);
    }

    [Theory]
    [InlineData("title =")]
    [InlineData("title")]
    [InlineData("title = [1,")]
    [InlineData("title = {a =")]
    public void Toml_that_breaks_off_is_a_warning(string last)
    {
        var reading = Read("+++", "tags = [\"a\"]", last, "+++", "Text.");

        Assert.Equal(5, reading.BodyLine);
        Assert.Contains("TOML", Assert.Single(reading.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forgotten_closing_fence_ends_the_front_matter_at_the_blank_line()
    {
        var reading = Read("---", "title: Day one", "", "# First talk", "", "Some notes.", "", "---", "", "More.");

        Assert.Equal("Day one", reading.FrontMatter.Title);
        Assert.Equal(3, reading.BodyLine);
        Assert.Contains("not closed", Assert.Single(reading.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_behind_a_value_over_several_lines_belong_to_the_front_matter()
    {
        var reading = Read("---", "title: T", "description: '**Day** one", "", "went well'", "tags: [a]", "---", "Text.");

        Assert.Equal("T", reading.FrontMatter.Title);
        Assert.Equal(["a"], reading.FrontMatter.Tags);
        Assert.Equal(8, reading.BodyLine);
    }

    [Fact]
    public void Aliases_are_not_followed()
    {
        var reading = Read("---", "a: &a [x, x]", "b: &b [*a, *a]", "title: Bomb", "---", "Text.");

        Assert.Equal("Bomb", reading.FrontMatter.Title);
        Assert.Contains("refers to another part of itself", Assert.Single(reading.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_over_the_limit_is_skipped_with_a_warning()
    {
        var reading = FrontMatterReader.Read("---\ntitle: " + new string('x', 100) + "\n---\nText.", 50);

        Assert.Null(reading.FrontMatter.Title);
        Assert.Equal(4, reading.BodyLine);
        Assert.Single(reading.Warnings);
    }

    [Theory]
    [InlineData("tags: [a, b]", "a|b")]
    [InlineData("tags: a, b", "a|b")]
    [InlineData("tags: open source", "open source")]
    [InlineData("layout: post\ntags: open source", "open|source")]
    [InlineData("tags:\n  - a\n  - b", "a|b")]
    [InlineData("tags:\n- a\n- b", "a|b")]
    [InlineData("tags: a\ncategories: [B, c]\nkeywords: d, A", "a|B|c|d")]
    [InlineData("tags:", "")]
    [InlineData("tags: []", "")]
    [InlineData("Tags: '#conf'", "conf")]
    [InlineData("tags: '#conf #open'", "conf|open")]
    [InlineData("tags: '[a, b]'", "a|b")]
    [InlineData("tags: a; b", "a|b")]
    [InlineData("tags: テスト、勉強会", "テスト|勉強会")]
    [InlineData("tags: [[a, b], [c]]", "a|b|c")]
    [InlineData("tags:\n  - name: a\n  - b", "a|b")]
    [InlineData("tags: [2013, true, ~, 'c#']", "2013|true|c#")]
    [InlineData("taxonomies:\n  tags: [a]\n  categories: [b]", "a|b")]
    public void Tags_come_in_many_shapes(string yaml, string expected)
    {
        var reading = Read("---", yaml, "---", "Text.");

        Assert.Equal(expected, string.Join('|', reading.FrontMatter.Tags));
    }

    [Theory]
    [InlineData("draft: true", "draft: true")]
    [InlineData("published: false", "published: false")]
    [InlineData("status: private", "status: private")]
    [InlineData("Draft: yes", "Draft: yes")]
    [InlineData("status: publish", null)]
    [InlineData("draft: false", null)]
    [InlineData("published: 2013-07-07", null)]
    public void A_post_can_be_kept_back(string yaml, string? expected)
    {
        var reading = Read("---", yaml, "---", "Text.");

        Assert.Equal(expected, reading.FrontMatter.UnpublishedReason);
    }

    [Fact]
    public void Mark_up_is_taken_out_of_texts()
    {
        var reading =
            Read("---", "title: 'Notes on `__code__` &amp; <em>more</em> *fun*'", "excerpt: >", "  See [the slides](http://x)",
                "  of day two.", "---", "Text.");

        Assert.Equal("Notes on __code__ & more fun", reading.FrontMatter.Title);
        Assert.Equal("See the slides of day two.", reading.FrontMatter.Excerpt);
    }

    [Fact]
    public void An_address_elsewhere_is_no_permalink()
    {
        var reading = Read("---", "url: https://video.example/watch", "path: /talks/x", "---", "Text.");

        Assert.Equal("/talks/x", reading.FrontMatter.Permalink);
    }

    [Fact]
    public void Any_text_is_read_and_the_body_begins_at_a_line_of_it()
    {
        string[] pieces =
            ["---", "+++", "title: x", "title: a: b", "- x", "  y", "% t", "[", "{", "&a", "*a", "\"", "'", "a = 1", "a =", "a", "a.",
                "a = [", "[x]", "", "\t", "date: 9", "<<: *a", "? a", "#", "...", "|", "\"\"\"", "x = \"\\uD800\"", "!!binary x", "url: x",
                "ARTICLE_URL = '{", "permalink: :::", "k: [a", "k: {a: 1", "- - - x", "k: |+", "k: >-2", "%YAML 1.1", "k: @x", "k: `x", "&",
                "*", "!", "\u0085", "k:\tx", "a.b.c = 1", "a = 2013-01-01", "a = {", "a = '''", "[[x]]", "[a.b]", "\"k\" = 1", "a = 0x",
                "a = 1_", "k: \"\\x\"", "k: \"\\u12\"", "\uFEFF"];
        var text = Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]),
            Gen.String).Array[0, 12].Select(lines => string.Join('\n', lines));

        text.Sample(t =>
        {
            var reading = FrontMatterReader.Read(t, 1000);

            Assert.InRange(reading.BodyLine, 1, t.Count(c => c == '\n') + 2);
            Assert.Equal(reading.BodyLine - 1,
                t[..reading.BodyStart].Count(c => c == '\n')
                + (reading.BodyStart == t.Length && reading.BodyStart > 0 && t[^1] != '\n' ? 1 : 0));
        }, iter: 5000);
    }
}
