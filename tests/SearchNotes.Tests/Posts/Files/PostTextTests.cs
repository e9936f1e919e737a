using System.Text;
using SearchNotes.Posts.Files;
using Xunit;

namespace SearchNotes.Tests.Posts.Files;

public sealed class PostTextTests
{
    [Theory]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("plain", "plain")]
    public void Lines_end_in_one_way(string text, string expected) => Assert.Equal(expected, Decode(Encoding.UTF8.GetBytes(text)).Text);

    [Fact]
    public void One_NUL_in_a_thousand_characters_is_replaced_and_more_are_no_text()
    {
        var line = new string('x', 999);

        Assert.Equal((line + '\uFFFD', "NUL characters (1) are read as \uFFFD."), (Decode(line + '\0').Text, Decode(line + '\0').Doubt));
        Assert.Equal("", Decode(line[1..] + '\0').Text);
        Assert.NotNull(Decode(line[1..] + '\0').Problem);
    }

    [Fact]
    public void The_doubt_of_an_encoding_is_not_hidden_by_that_of_a_NUL()
    {
        byte[] bytes = [0xE4, .. Encoding.ASCII.GetBytes(new string('x', 2000)), 0];

        Assert.Equal("The file is not UTF-8; it is read as Windows-1252.", Decode(bytes).Doubt);
    }

    [Theory]
    [InlineData("é", true)]
    [InlineData("éé", false)]
    public void A_damaged_character_counts_against_the_whole_ones(string whole, bool isWindows)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(whole), 0xE4, (byte)'.'];

        Assert.Equal(isWindows, Decode(bytes).Doubt!.Contains("Windows-1252", StringComparison.Ordinal)); // Damaged, so there is a doubt.
    }

    private static PostText Decode(string text) => Decode(Encoding.UTF8.GetBytes(text));

    private static PostText Decode(byte[] bytes) => PostText.Decode(bytes);
}
