using System.Text;
using SearchNotes.Indexing.Analysis;
using SearchNotes.OpenSearch;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class TermsTests
{
    [Fact]
    public void Terms_at_one_position_stand_beside_each_other_and_a_gap_stays_a_gap()
    {
        var text = new StringBuilder();

        Terms.Write(text, [Token("q.enqueue", 0), Token("q", 0), Token("enqueue", 1), Token("next", 20)]);

        Assert.Equal($"q.enqueue{Terms.Beside}q enqueue {Terms.Nothing} next", text.ToString());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u00A0b", "a\uE002b")]
    [InlineData("a\uE000\uE001b", "a\uE002\uE002b")]
    [InlineData("😀", "😀")]
    public void A_term_holds_no_sign_that_would_be_read_otherwise(string term, string expected) =>
        Assert.Equal(expected, Terms.Plain(term));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("half\uFFFD", Terms.Plain("half" + '\uD83D'));

    [Fact]
    public void A_feature_has_no_dot() => Assert.Equal("q\uE003enqueue", Terms.Feature("q.enqueue"));

    private static Token Token(string term, int position) => new(term, 0, 0, position);
}
