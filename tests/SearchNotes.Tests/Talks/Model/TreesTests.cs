using SearchNotes.Talks.Model;
using Xunit;

namespace SearchNotes.Tests.Talks.Model;

public sealed class TreesTests
{
    private const string Tree = "0<2:0.1 =-1 1<0.5:0.6 =0.25 =2";

    [Theory]
    [InlineData(2, 9, -1)]
    [InlineData(2.5, 0.5, 0.25)]
    [InlineData(3, 0.6, 2)]
    [InlineData(float.NaN, 9, -1)]
    public void A_tree_is_followed_to_its_end_and_what_is_not_a_number_goes_left(float first, float second, double expected)
    {
        var trees = new Trees(0.5);
        trees.Add(Tree);

        Assert.Equal(0.5 + expected, trees.Score([first, second]), 5);
    }

    [Fact]
    public void Contributions_and_the_roots_average_add_up_to_the_score()
    {
        var trees = new Trees(0.5);
        trees.Add(Tree);

        var shares = trees.Contributions([3, 0.6f]);

        Assert.Equal([0.5, 1.4], shares.Select(s => Math.Round(s, 5)));
        Assert.Equal(trees.Score([3, 0.6f]), 0.5 + 0.1 + shares.Sum(), 5);
    }
}
