using SearchNotes.Highlighting;
using Xunit;

namespace SearchNotes.Tests.Highlighting;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. |Two! |Three? |Four")]
    [InlineData("He said “no.” |Then (later.) |Nothing")]
    [InlineData("It costs 3.50 for v1.2 today. |2013 was good")]
    [InlineData("Ask Dr. Who vs. J. R. Smith, e.g. Monday. |Yes")]
    [InlineData("the end. and no capital follows")]
    [InlineData("Wait... |What… |Übung")]
    [InlineData("一つ。|二つ！|「三つ。」|四つ？")]
    [InlineData("Ja. |„Nein.“ |¿Qué? |¡Sí!")]
    [InlineData("a line\n|another line")]
    public void Sentences_begin_behind_a_terminator_at_a_capital_or_digit(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        var starts = Enumerable.Range(1, text.Length).Where(i => Sentences.BeginsAt(text, i)).Reverse();

        Assert.Equal(marked, starts.Aggregate(text, (cut, start) => cut.Insert(start, "|")));
    }

    [Fact]
    public void The_sentence_around_a_place_is_found_both_ways_within_limits()
    {
        const string text = "One. Two three. Four";

        Assert.Equal((5, 16), (Sentences.StartOf(text, 9, 0), Sentences.EndOf(text, 9, text.Length)));
        Assert.Equal((7, 12), (Sentences.StartOf(text, 9, 7), Sentences.EndOf(text, 9, 12)));
    }
}
