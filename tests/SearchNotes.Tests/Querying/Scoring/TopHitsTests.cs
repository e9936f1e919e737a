using SearchNotes.Querying.Scoring;
using SearchNotes.Querying.Snapshots;
using Xunit;

namespace SearchNotes.Tests.Querying.Scoring;

public sealed class TopHitsTests
{
    [Theory]
    [InlineData(0, 60)]
    [InlineData(50, 60)]
    [InlineData(119, 60)]
    [InlineData(1_000, 60)]
    [InlineData(1_000, 1)]
    public void The_best_hits_are_those_of_a_complete_sort(int count, int depth)
    {
        var random = new Random(count + depth);
        // Many equal scores, so that the document decides.
        var hits = Enumerable.Range(0, count).Select(doc => new ScoredDocument(doc, random.Next(20))).OrderBy(_ => random.Next()).ToList();
        var expected = hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).Take(count > 2 * depth ? depth : count).ToList();

        TopHits.Sort(hits, depth, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Doc.CompareTo(b.Doc), byScore: true);

        Assert.Equal(expected, hits);
    }

    [Fact]
    public void An_order_other_than_by_score_is_kept()
    {
        var random = new Random(7);
        var hits = Enumerable.Range(0, 500).Select(doc => new ScoredDocument(doc, random.Next(20))).OrderBy(_ => random.Next()).ToList();

        TopHits.Sort(hits, 10, (a, b) => b.Doc.CompareTo(a.Doc), byScore: false);

        Assert.Equal(Enumerable.Range(490, 10).Reverse(), hits.Select(hit => hit.Doc));
    }
}
