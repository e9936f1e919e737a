using Xunit;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>How well queries over the repository's corpus are answered. These alone read the real corpus: its posts are what was
/// judged.</summary>
public sealed class JudgedQueriesTests(JudgedCorpus corpus) : IClassFixture<JudgedCorpus>
{
    // A little below what was reached, so that small changes pass and a broken class does not.
    private const double Floor = 0.74;

    [Fact]
    public void Rankings() => Approved.Matches(RankingsText.Write(corpus.Rankings), RankingDifference.Between);

    [Fact]
    public void Summary()
    {
        var summary = SummaryText.Write(corpus.Rankings, corpus.Ids);

        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        Approved.Matches(summary);
    }

    [Fact]
    public void The_page_about_ranking_shows_the_summary()
    {
        var page = Path.Combine(Repository.Root, "docs", "ranking.md");
        var text = File.ReadAllText(page).ReplaceLineEndings("\n");
        var renewed = WithBlock(text, SummaryText.Table(corpus.Rankings));
        if (Approved.Renews)
            File.WriteAllText(page, text = renewed);

        Assert.Equal(renewed, text);
    }

    [Fact]
    public void The_order_does_not_fall_below_the_floor()
    {
        var ndcg = corpus.Rankings.Where(ranking => ranking.Query.HasAnswer).Average(ranking => ranking.Ndcg);

        Assert.InRange(ndcg, Floor, 1);
    }

    /// <summary>The page with another text in its block of code about the judged queries.</summary>
    private static string WithBlock(string page, string block)
    {
        var heading = page.IndexOf("\n## Our own judged queries\n", StringComparison.Ordinal);
        var begin = page.IndexOf("```text\n", heading, StringComparison.Ordinal) + "```text\n".Length;
        return page[..begin] + block + page[page.IndexOf("```", begin, StringComparison.Ordinal)..];
    }
}
