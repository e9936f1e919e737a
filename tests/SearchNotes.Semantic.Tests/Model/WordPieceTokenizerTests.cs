using SearchNotes.Semantic.Model;
using Xunit;

namespace SearchNotes.Semantic.Tests.Model;

public sealed class WordPieceTokenizerTests
{
    [Theory]
    [InlineData("the robot", "[CLS] the robot [SEP]")]
    [InlineData("The ROBOTS", "[CLS] the robot ##s [SEP]")]
    [InlineData("gardening, learners.", "[CLS] garden ##ing , learn ##er ##s . [SEP]")]
    [InlineData("gärdening", "[CLS] garden ##ing [SEP]")]
    [InlineData("xyz robot", "[CLS] [UNK] robot [SEP]")]
    [InlineData("a\r\n\trobot", "[CLS] a robot [SEP]")]
    [InlineData("task_queue", "[CLS] task [UNK] queue [SEP]")]
    [InlineData("本語", "[CLS] [UNK] [UNK] [SEP]")]
    [InlineData("", "[CLS] [SEP]")]
    public void Words_become_their_longest_known_pieces(string text, string tokens) => Assert.Equal(tokens, Read(text, 20));

    [Theory]
    [InlineData(2, "[CLS] [SEP]")]
    [InlineData(4, "[CLS] garden ##ing [SEP]")]
    public void A_long_text_is_cut(int limit, string tokens) => Assert.Equal(tokens, Read("gardening robots", limit));

    [Fact]
    public void A_word_without_end_is_unknown() => Assert.Equal("[CLS] [UNK] [SEP]", Read(new string('a', 100_000), 20));

    private static string Read(string text, int limit) =>
        string.Join(' ', new WordPieceTokenizer(TinyModel.Vocabulary).Read(text, limit).Select(token => TinyModel.Vocabulary[token]));
}
