using SearchNotes.Talks.Features;
using Xunit;

namespace SearchNotes.Tests.Talks.Features;

public sealed class GroupMeansTests
{
    private static readonly GroupMeans Means = new([[1], [3], [5], [7]], [0, 0, 0, 1], 1);

    [Fact]
    public void A_mean_of_others_leaves_the_row_itself_out() => Assert.Equal(4f, Means.Others(0)[0]);

    [Fact]
    public void Who_is_alone_has_no_others()
    {
        Assert.Equal(0, Means.Count(3));
        Assert.Equal(float.NaN, Means.Others(3)[0]);
    }

    [Fact]
    public void A_group_that_is_not_there_has_no_mean() => Assert.Equal(float.NaN, Means.Of(9)[0]);
}
