using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Hostile;

/// <summary>Text of one piece over and over: what makes a parser look again and again at what it has seen.</summary>
public sealed class BombTests
{
    /// <summary>A quarter of the largest post. What is quadratic took minutes at this size.</summary>
    private const int Bytes = 1 << 18;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Pieces =>
    [
        "a", "a ", "word word\n", "word word\n\n", ">", "> > > > a\n", "- ", "1. ", "- a\n", "- a\n\n", "-\n", "-\t", "[", "[a]", "[a](",
        "![a](", "> [a](\n", "*a ", "_a ", "*a_ ", "**a*_", "a**b", "~~a ", "`a``", "|", "a|b|c\n", "a | b ",
        "<a ", "<b>", "<!--", "<div>\n", "<![CDATA[", "<?", "<a href=\"", "<h2>a\n", "&amp;", "&#", "<http://a", "\\", "# a\n",
        "# Ann Lee on Trees\n", "# Ann Lee on Trees\n\nText of it here.\n\n", "###### a\n# b\n", "a\n===\n", "[a]: b\n", "> [a]: b\n",
        "[a]: b 'c\n",
        "```\n", "~~~a\n", "    a\n", "\t", " ", "\n", "---\n\n", "**Ann Lee** spoke on trees.\n\n", "**Ann Lee**: Trees\n",
        "**Ann Lee on Trees**\n\n", "* [Title](http://a.example) - Ann Lee: it was long enough\n", "## Q&A\n", "{% highlight c %}\n",
        "山田さんの発表", "\u202E\u200F", "\u0301", "😀", "a.", "A b. ", "by Ann Lee\nand Bo Chen\n", "* Trees (Ann Lee)\n\nText.\n\n",
        "## First day\n\n[Ann Lee](a) woke us up in her talk **Trees and leaves**.\n\n", "Slides: [a](b)\n", "**Ann Lee** [a](b)\n",
        "# 王健 用Python\n", "講者 [李婷婷](a) 介紹了", "ー", "# a (ー\n", "http://a.b/c ", "aB", "a_b.", "a-", "1",
        "[^a]: b\n", "[^a] ", "[^a]: b\n\n    c\n\n", "> [!a]\n", "- > [!a]\n", "<>", "</>", "\\begin{comment}\n", "\\iffalse\n", "%% a\n",
        "%%\n", "a&", "a/b ", "~/", "#!", "1% ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public Task A_post_of_one_piece_over_and_over_is_read_in_bounded_time(string piece) =>
        IsRead(string.Concat(Enumerable.Repeat(piece, Bytes / piece.Length)));

    [Theory]
    [InlineData("---\n", "[", "\n---\n")]
    [InlineData("---\na: ", "{a: ", "\n---\n")]
    [InlineData("---\n", "tags: a\n", "---\n")]
    [InlineData("---\ntags: [", "a,", "]\n---\n")]
    [InlineData("---\n", "- a\n", "---\n")]
    [InlineData("---\na: &a [b]\nc: [", "*a,", "]\n---\n")]
    [InlineData("---\n", "? a\n", "---\n")]
    [InlineData("---\ntitle: >\n", "  a\n", "---\n")]
    [InlineData("---\n", "a: b\n", "")]
    [InlineData("+++\na = ", "[", "\n+++\n")]
    [InlineData("+++\n", "a.b.c = 1\n", "+++\n")]
    [InlineData("+++\n", "[[a]]\n", "+++\n")]
    [InlineData("+++\na = \"\"\"", "\\u0000", "\"\"\"\n+++\n")]
    public Task Front_matter_of_one_piece_over_and_over_is_read_in_bounded_time(string before, string piece, string after) =>
        IsRead(before + string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length)) + after + "# Ann Lee on Trees\n\nText.\n");

    [Theory]
    [InlineData("// hide-start\n")]
    [InlineData("// hide-end\n// hide-start\n")]
    [InlineData("// highlight-next-line // [!code a]\n")]
    [InlineData("#| echo: true\n")]
    public Task Code_of_one_line_over_and_over_is_read_in_bounded_time(string line) =>
        IsRead($"# Ann Lee on Trees\n\n```{{js}}\n{string.Concat(Enumerable.Repeat(line, Bytes / 2 / line.Length))}```\n\n"
            + $"```js\n{string.Concat(Enumerable.Repeat(line, Bytes / 2 / line.Length))}```\n");

    [Fact]
    public Task Lists_and_quotes_that_go_in_and_in_are_read_in_bounded_time() =>
        IsRead(string.Concat(Enumerable.Range(0, 700)
            .Select(depth => $"{new string(' ', depth * 2 % 700)}- a\n{new string('>', depth)} b\n")));

    [Fact]
    public void More_headings_than_any_day_has_make_one_document_and_a_warning()
    {
        var post = new Post
        {
            Path = "post.md",
            Id = "post",
            Title = "PyCon",
            Text = string.Concat(Enumerable.Range(0, 3000).Select(i => $"# Ann Lee on Tree {i}\n\nText.\n\n")),
        };

        var split = TalkSplitter.Split(post, SpeakerAliases.None);

        Assert.Empty(split.Talks);
        Assert.NotNull(split.Rest);
        Assert.Contains("more than 2000", Assert.Single(split.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_links_of_an_ordinary_post_do_not_hinder_its_talks()
    {
        var broken = string.Concat(Enumerable.Repeat("see [the slides](http://a.example/slides and [code][c], ", 40));
        var post = new Post
        {
            Path = "post.md",
            Id = "post",
            Title = "PyCon",
            Text = $"# Ann Lee on Trees\n\n{broken}\n\n# Bo Chen on Locks\n\n{broken}\n",
        };

        Assert.Equal(2, TalkSplitter.Split(post, SpeakerAliases.None).Talks.Count);
    }

    private static async Task IsRead(string text)
    {
        var corpus = new Corpus(new CorpusOptions { Root = AppContext.BaseDirectory });
        var file = new PostBytes(new PostFile("post.md", "post.md", "post", text.Length, 0), Encoding.UTF8.GetBytes(text), null);

        var (split, cost) = await ThreadCost.OfThread(() => TalkSplitter.Split(corpus.Read(file), SpeakerAliases.None));

        Assert.NotNull(split);
        Assert.InRange(cost, TimeSpan.Zero, Bound);
    }
}
