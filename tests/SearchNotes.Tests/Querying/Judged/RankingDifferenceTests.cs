using Xunit;

namespace SearchNotes.Tests.Querying.Judged;

public sealed class RankingDifferenceTests
{
    private const string Before = """
        topic · queues
          1  3 harbour.one  queues
          2  . harbour.two  queue

        """;

    [Fact]
    public void A_hit_that_moved_is_named_with_both_ranks() => Assert.Equal("""
        topic · queues
            harbour.two (not judged): rank 2 → rank 1
            harbour.one (grade 3): rank 1 → rank 2

        """, Between("""
        topic · queues
          1  . harbour.two  queue
          2  3 harbour.one  queues

        """));

    [Fact]
    public void A_hit_that_left_or_came_is_named() => Assert.Equal("""
        topic · queues
            harbour.three (grade 2): not shown → rank 2
            harbour.two (not judged): rank 2 → not shown

        """, Between("""
        topic · queues
          1  3 harbour.one  queues
          2  2 harbour.three  queue

        """));

    [Fact]
    public void Other_flagged_words_are_told_from_another_order() => Assert.Equal("""
        topic · queues
            the same order; the judgements, the flagged words or the remarks differ

        """, Between(Before.Replace("  queue\n", "\n", StringComparison.Ordinal)));

    [Fact]
    public void New_and_lost_queries_are_named() => Assert.Equal("""
        topic · brokers
            is new
        topic · queues
            is gone

        """, Between("""
        topic · brokers
          1  3 harbour.one  broker

        """));

    [Fact]
    public void Equal_texts_differ_in_nothing() => Assert.Equal("", Between(Before));

    private static string Between(string after) => RankingDifference.Between(Before, after);
}
