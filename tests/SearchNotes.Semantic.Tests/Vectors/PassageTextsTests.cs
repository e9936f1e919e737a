using SearchNotes.Semantic.Vectors;
using Xunit;
using static SearchNotes.Semantic.Tests.SampleTalks;

namespace SearchNotes.Semantic.Tests.Vectors;

public sealed class PassageTextsTests
{
    [Fact]
    public void A_short_talk_is_one_passage_with_topic_speaker_and_headings() =>
        Assert.Equal(["Queues. Ann Reed. First text. Second part. More text."],
            PassageTexts.Of(Talk("a", "Queues", "First text.", "More text.")));

    [Fact]
    public void A_talk_without_text_is_a_passage() => Assert.Equal(["Queues. Ann Reed."], PassageTexts.Of(Talk("a", "Queues")));

    [Theory]
    [InlineData("word ")]
    [InlineData("w")]
    [InlineData("😀")]
    public void A_long_talk_is_divided_without_losing_text(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5000 / piece.Length)).TrimEnd();

        var passages = PassageTexts.Of(Talk("a", "Queues", text));

        Assert.All(passages, passage => Assert.InRange(passage.Length, 18, PassageTexts.MaxCharacters));
        Assert.All(passages, passage => Assert.StartsWith("Queues. Ann Reed. ", passage, StringComparison.Ordinal));
        Assert.Equal(text.Replace(" ", ""), string.Concat(passages.Select(passage => passage[18..])).Replace(" ", ""));
    }

    [Fact]
    public void A_talk_without_end_has_a_limited_number_of_passages() =>
        Assert.Equal(PassageTexts.MaxPassages,
            PassageTexts.Of(Talk("a", "Queues", [.. Enumerable.Repeat(new string('x', 500), 2000)])).Count);

    [Fact]
    public void A_long_topic_leaves_room_for_text() =>
        Assert.Contains("the text", PassageTexts.Of(Talk("a", new string('q', 5000), "the text"))[0], StringComparison.Ordinal);
}
