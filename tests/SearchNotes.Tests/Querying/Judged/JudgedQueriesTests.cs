using Xunit;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>How well queries over the repository's corpus are answered. These alone read the real corpus: its posts are what was judged.</summary>
public sealed class JudgedQueriesTests(JudgedCorpus corpus) : IClassFixture<JudgedCorpus>
{
    // A little below what was reached, so that small changes pass and a broken class does not.
    private const double Floor = 0.74;

    [Fact]
    public void The_order_does_not_fall_below_the_floor()
    {
        var ndcg = corpus.Rankings.Where(ranking => ranking.Query.HasAnswer).Average(ranking => ranking.Ndcg);

        Assert.InRange(ndcg, Floor, 1);
    }
}
