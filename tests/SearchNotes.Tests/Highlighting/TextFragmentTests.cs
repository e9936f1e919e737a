using SearchNotes.Highlighting;
using Xunit;

namespace SearchNotes.Tests.Highlighting;

public sealed class TextFragmentTests
{
    [Theory]
    [InlineData("Use *redis as a queue for your jobs today", "redis%20as%20a%20queue%20for%20your")]
    [InlineData("a real-*time system, R&D", "real%2Dtime%20system%2C%20R%26D")]
    [InlineData("(*redis)", "redis")]
    [InlineData("*don't use this", "use%20this")]
    [InlineData("say *redis \"out loud\"", "redis")]
    [InlineData("これは*テストです。次の文", "%E3%81%93%E3%82%8C%E3%81%AF%E3%83%86%E3%82%B9%E3%83%88%E3%81%A7%E3%81%99")]
    [InlineData("*'' \"\"", null)]
    public void A_link_names_words_that_the_page_shows_as_they_are_written(string marked, string? fragment)
    {
        var at = marked.IndexOf('*', StringComparison.Ordinal);
        var text = marked.Remove(at, 1);

        var link = TextFragment.Link("/page#anchor", text, 0, text.Length, at, isCode: false);

        Assert.Equal(fragment is null ? "/page#anchor" : "/page#anchor:~:text=" + fragment, link);
    }

    [Fact]
    public void A_page_without_an_anchor_gets_the_sign_of_a_fragment() =>
        Assert.Equal("/page#:~:text=redis", TextFragment.Link("/page", "redis", 0, 5, 0, isCode: false));

    [Fact]
    public void Code_stays_on_its_line_and_keeps_its_quotes() =>
        Assert.Equal("/page#:~:text=q%20%3D%20%22a", TextFragment.Link("/page", "x\nq = \"a\"\nz", 0, 11, 2, isCode: true));

    [Fact]
    public void Words_outside_the_passage_are_not_named() =>
        Assert.Equal("/page#:~:text=b%20c", TextFragment.Link("/page", "a b c d", 2, 5, 2, isCode: false));
}
