using Xunit;

namespace SearchNotes.Tests.Querying.Judged;

public sealed class JudgementsTests
{
    [Fact]
    public void A_query_has_the_class_above_it_and_the_grades_below_it()
    {
        var query =
            Assert.Single(
                Judgements.Read(
                    "# A remark\n\n## topic\n\nqueues -speaker:jones\n  3 harbour.one  the talk about them\n  1 harbour.two  one line\n"));

        Assert.Equal(("topic", "queues -speaker:jones"), (query.Class, query.Text));
        Assert.Equal((3, 1, 0), (query.GradeOf("harbour.one"), query.GradeOf("harbour.two"), query.GradeOf("harbour.three")));
    }

    [Fact]
    public void A_query_with_nothing_below_it_has_no_answer() =>
        Assert.Equal([false, true], Judgements.Read("blockchain\n\nqueues\n  3 harbour.one  the talk\n").Select(query => query.HasAnswer));

    [Theory]
    [InlineData("  4 harbour.one  no such grade")]
    [InlineData("  harbour.one  no grade")]
    [InlineData("  3 harbour.one")]
    public void A_judgement_has_a_grade_an_id_and_a_reason(string line)
    {
        var fault = Assert.Throws<FormatException>(() => Judgements.Read($"queues\n{line}\n"));

        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
    }
}
