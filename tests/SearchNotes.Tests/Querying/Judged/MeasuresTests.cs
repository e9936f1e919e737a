using Xunit;

namespace SearchNotes.Tests.Querying.Judged;

public sealed class MeasuresTests
{
    [Fact]
    public void The_best_order_gets_one_whatever_follows() => Assert.Equal(1, Measures.Ndcg([3, 2, 0, 0], [2, 3], 10), 9);

    [Fact]
    public void A_worse_order_loses_by_the_logarithm_of_the_rank() =>
        Assert.Equal((2 + (3 / Math.Log2(3))) / (3 + (2 / Math.Log2(3))), Measures.Ndcg([2, 3], [3, 2], 10), 9);

    [Fact]
    public void What_comes_too_late_or_never_gains_nothing() => Assert.Equal(0, Measures.Ndcg([0, 0, 3], [3], 2));

    [Fact]
    public void Recall_counts_talks_that_help() => Assert.Equal(0.5, Measures.Recall([1, 3, 0], [3, 2, 1], 5));

    [Fact]
    public void The_reciprocal_rank_is_that_of_the_first_talk_that_helps() => Assert.Equal(0.5, Measures.ReciprocalRank([1, 2, 3]));

    [Fact]
    public void Nothing_that_helps_has_no_rank() => Assert.Equal(0, Measures.ReciprocalRank([1, 0]));
}
