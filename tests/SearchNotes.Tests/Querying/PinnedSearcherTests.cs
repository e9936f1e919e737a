using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

public sealed class PinnedSearcherTests
{
    private static readonly SearchRequest Everything = new() { Budget = ThreadCost.Patience };

    [Fact]
    public void It_answers_from_its_commit_after_the_index_has_switched_to_another()
    {
        using var index = SampleIndex.Of(Talk("First"));
        using var searcher = index.Open();
        using var pinned = searcher.Pin();
        var generation = pinned.Generation;

        index.Write([Talk("Second", post: "other")]);
        Assert.True(searcher.Refresh());

        Assert.Equal(1, pinned.Search(Everything).Total);
        Assert.Equal(generation, pinned.Generation);
        Assert.False(pinned.Refresh());
        Assert.Equal(2, searcher.Search(Everything).Total);
    }

    [Fact]
    public void It_answers_until_it_is_disposed_though_the_index_was_before()
    {
        using var index = SampleIndex.Of(Talk("First"));
        var searcher = index.Open();
        var pinned = searcher.Pin();

        searcher.Dispose();

        Assert.Equal(1, pinned.Search(Everything).Total);
        Assert.Throws<ObjectDisposedException>(() => searcher.Search(Everything));
        Assert.False(searcher.Refresh());
        pinned.Dispose();
        pinned.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pinned.Search(Everything));
    }
}
