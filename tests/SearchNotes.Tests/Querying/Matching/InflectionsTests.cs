using SearchNotes.Querying.Matching;
using Xunit;

namespace SearchNotes.Tests.Querying.Matching;

public sealed class InflectionsTests
{
    [Theory]
    [InlineData("queue", "queuing", true)]
    [InlineData("gas", "gases", true)]
    [InlineData("learn", "learning", true)]
    [InlineData("traveling", "travelling", true)]
    [InlineData("cylinder", "cylindrical", false)]
    [InlineData("deploys", "deployment", false)]
    [InlineData("go", "went", false)]
    public void Forms_share_all_but_short_endings(string word, string other, bool areForms) =>
        Assert.Equal(areForms, Inflections.AreForms(word, other));

    [Theory]
    [InlineData("learning", "learn")]
    [InlineData("learn", "learning")]
    [InlineData("planning", "plan")]
    [InlineData("plan", "planned")]
    [InlineData("making", "makes")]
    [InlineData("make", "making")]
    public void Regular_forms_of_a_word_are_known(string word, string form) => Assert.Contains(form, Inflections.Of(word));

    [Theory]
    [InlineData("sing")]
    [InlineData("über")]
    [InlineData("c++x")]
    public void A_short_or_foreign_word_loses_no_ending(string word) =>
        Assert.DoesNotContain(Inflections.Of(word), form => form.Length < word.Length);
}
