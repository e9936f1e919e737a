using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

/// <summary>The lists and links of a post are known of its passages, and survive the index.</summary>
public sealed class ListsAndLinksTests
{
    private static Talk Rest(string markdown) =>
        TalkSplitter.Split(new Post { Path = "post.md", Id = "post", Title = "A day in June", Text = markdown }, SpeakerAliases.None).Rest!; // Text is there.

    private static string[] Shape(Talk talk) =>
        [.. talk.Passages.Select(p => $"{p.ListDepth}{(p.ListMarker is null ? "" : $" {p.ListMarker}")} {p.Text}")];

    [Fact]
    public void Items_have_a_depth_and_a_marker_and_what_follows_in_them_has_the_depth()
    {
        var talk = Rest("Oats:\n\n* rye\n\n  and more\n\n  7. barley\n  8) hops\n* malt\n\nEnd.\n");

        Assert.Equal(["0 Oats:", "1 - rye", "1 and more", "2 7. barley", "2 8. hops", "1 - malt", "0 End."], Shape(talk));
    }

    [Fact]
    public void Lists_in_lists_end_somewhere() =>
        Assert.Equal(8, Rest(string.Concat(Enumerable.Range(0, 20).Select(depth => new string(' ', 2 * depth) + "- rye\n"))).Passages.Max(p => p.ListDepth));

    [Theory]
    [InlineData("See [the notes](/notes/) and <https://a.example/>.", "the notes=/notes/ https://a.example/=https://a.example/")]
    [InlineData("A [`fit`](https://b.example/fit \"Title\") of [a][1].\n\n[1]: https://c.example", "fit=https://b.example/fit a=https://c.example")]
    [InlineData("A picture: ![of oats](oats.png), and [none]().", "")]
    [InlineData("Of [![oats](oats.png) rye](/rye)", "oats rye=/rye")]
    public void Links_have_their_text_and_their_address_as_written(string markdown, string links)
    {
        var passage = Rest(markdown).Passages[0];

        Assert.Equal(links, string.Join(' ', passage.Links.Select(link => $"{passage.Text[link.Start..link.End]}={link.Target}")));
    }

    [Theory]
    [InlineData("これは長い文\nです。", "これは長い文です。")]
    [InlineData("結果：\n良い", "結果：良い")]
    [InlineData("ผู้พูด\nพูดเร็ว", "ผู้พูดพูดเร็ว")]
    [InlineData("次の行\nEnglish words\nです", "次の行 English words です")]
    [InlineData("한국어\n문장", "한국어 문장")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("文  \n字", "文 字")]
    public void A_line_break_is_a_space_only_where_words_have_spaces(string markdown, string text) =>
        Assert.Equal(text, Rest(markdown).Passages[0].Text);

    [Fact]
    public void What_lies_behind_a_joined_line_break_moves_along()
    {
        var passage = Rest("これは長い文\nです。`fit` と [記事](https://a.example)").Passages[0];

        Assert.Equal("fit", passage.Text[passage.InlineCode[0].Start..passage.InlineCode[0].End]);
        Assert.Equal("記事", passage.Text[passage.Links[0].Start..passage.Links[0].End]);
    }

    [Fact]
    public void Both_are_in_the_index()
    {
        var talk = Rest("1. Oats\n2. [rye](/rye)\n");
        var bytes = TalkBlob.Write(new StoredTalk { Talk = talk, Path = "post.md", PostId = "post", PostTitle = "Post" });

        var read = TalkBlob.Read(bytes, 0, bytes.Length).Talk;

        Assert.Equal(["1 1. Oats", "1 2. rye"], Shape(read));
        Assert.Equal([new TextLink(0, 3, "/rye")], read.Passages[1].Links);
    }
}
