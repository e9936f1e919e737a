using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Highlighting;

public sealed class TextFragmentTests
{
    [Theory]
    [InlineData("Use *redis as a queue for your jobs today", "redis%20as%20a%20queue%20for%20your")]
    [InlineData("a real-*time system, R&D", "real%2Dtime%20system%2C%20R%26D")]
    [InlineData("(*redis as a queue)", "redis%20as%20a%20queue")]
    [InlineData("*don't use this one", "use%20this%20one")]
    [InlineData("say that *redis \"out loud\"", "say%20that%20redis")]
    [InlineData("He said that \"*invalidation\" is hard.", "He%20said%20that")]
    [InlineData("(*redis)", null)]
    [InlineData("これは*テストです。次の文", "%E3%81%93%E3%82%8C%E3%81%AF%E3%83%86%E3%82%B9%E3%83%88%E3%81%A7%E3%81%99")]
    [InlineData("*'' \"\"", null)]
    public void A_link_names_words_that_the_page_shows_as_they_are_written(string marked, string? fragment)
    {
        var at = marked.IndexOf('*', StringComparison.Ordinal);
        var text = marked.Remove(at, 1);

        var link = TextFragment.Link("/page#anchor", text, 0, text.Length, at, isCode: false, []);

        Assert.Equal(fragment is null ? "/page#anchor" : "/page#anchor:~:text=" + fragment, link);
    }

    [Fact]
    public void A_page_without_an_anchor_gets_the_sign_of_a_fragment() =>
        Assert.Equal("/page#:~:text=redis%20is%20fast", TextFragment.Link("/page", "redis is fast", 0, 13, 0, isCode: false, []));

    [Fact]
    public void Code_stays_on_its_line_and_keeps_its_quotes() =>
        Assert.Equal("/page#:~:text=q%20%3D%20%22a%22%2C%20b",
            TextFragment.Link("/page", "x\nq = \"a\", b\nz", 0, 14, 2, isCode: true, []));

    [Fact]
    public void Words_outside_the_passage_are_not_named() =>
        Assert.Equal("/page#:~:text=b%20c%20d", TextFragment.Link("/page", "a b c d e", 2, 7, 2, isCode: false, []));

    [Fact]
    public void Words_that_stand_earlier_on_the_page_are_not_named()
    {
        Talk[] page =
        [
            Document("post", "Post", 3, "Parking here is hard to find."),
            Document("post.a", "A", 7, "Caches are hard to fill. Naming is hard to teach, caches are not."),
        ];

        var repeated = PagePhrases.Repeated(page, "Naming is hard");

        const string text = "Caches are hard to fill. Naming is hard to teach, caches are not.";
        Assert.Equal("/p#a:~:text=to%20fill.%20Naming%20is%20hard%20to",
            TextFragment.Link("/p#a", text, 0, text.Length, text.IndexOf("to fill", StringComparison.Ordinal), isCode: false, repeated[1]));
        Assert.Equal("/p#a", TextFragment.Link("/p#a", "is hard to", 0, 10, 0, isCode: false, repeated[1]));
        Assert.Empty(repeated[0]);
    }

    private static Talk Document(string id, string topic, int line, string text) => new()
    {
        Id = id,
        Kind = TalkKind.Talk,
        Topic = topic,
        Lines = [new LineRange(line, line)],
        Passages = [new Passage { Kind = PassageKind.Prose, Text = text, Section = -1, FirstLine = line, LastLine = line }],
    };
}
