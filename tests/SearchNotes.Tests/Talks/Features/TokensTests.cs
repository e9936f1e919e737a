using SearchNotes.Talks.Features;
using Xunit;

namespace SearchNotes.Tests.Talks.Features;

public sealed class TokensTests
{
    [Theory]
    [InlineData("Day 2: Growing Tomatoes", "day # growing tomatoes")]
    [InlineData("PyCon 2019, 350 people", "pycon #y # people")]
    [InlineData("質疑応答 Q&A", "質疑 疑応 応答 q a")]
    [InlineData("Fazit", "fazit")]
    [InlineData("  …  ", "")]
    public void A_text_is_cut_into_words_and_pairs_of_letters(string text, string expected)
    {
        var words = new List<string>();
        foreach (var word in Tokens.In(text))
            words.Add(word.ToString());

        Assert.Equal(expected, string.Join(' ', words));
    }
}
