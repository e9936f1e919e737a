using SearchNotes.Talks;
using SearchNotes.Talks.Decoder;
using Xunit;

namespace SearchNotes.Tests.Talks.Decoder;

public sealed class SeriesPriorTests
{
    [Theory]
    [InlineData("posts/digest-201801.md", "posts/digest-#.md")]
    [InlineData("posts/2018-01-05-weekly-12.md", "posts/#-#-#-weekly-#.md")]
    [InlineData("2018/weekly-3/index.md", "#/weekly-#/index.md")]
    [InlineData("posts/2018-01-05.md", null)]
    [InlineData("2018/index.md", null)]
    [InlineData("posts/weekly.md", null)]
    public void Paths_that_only_numbers_tell_apart_are_a_series(string path, string? key) => Assert.Equal(key, Series.KeyOf(path));

    [Fact]
    public void Three_posts_say_nothing_four_a_little_ten_a_lot()
    {
        Assert.Equal(2, Prior(3).Apply(2));
        Assert.Equal(-1, Prior(4).Apply(2));
        Assert.Equal(-2.5, Prior(10).Apply(2));

        static SeriesPrior Prior(int posts) => SeriesPrior.Of([.. Enumerable.Repeat(-8, posts)]);
    }

    [Fact]
    public void A_prior_is_kept_in_a_byte()
    {
        for (var mean = -8; mean <= 8; mean++)
        {
            for (var level = 0; level <= 2; level++)
                Assert.Equal(new SeriesPrior(mean, level), SeriesPrior.Unpack(new SeriesPrior(mean, level).Packed()));
        }
    }

    [Fact]
    public void Posts_of_other_series_and_posts_left_out_are_not_heard()
    {
        var priors = BlogPriors.Of([.. Enumerable.Range(0, 10).Select(n => ($"a-week-{n}.md", n < 5 ? -8 : (int?)null)),
            .. Enumerable.Range(0, 10).Select(n => ($"b-week-{n}.md", (int?)8))]);

        Assert.Equal(new SeriesPrior(-8, 1), priors.Of("a-week-3.md"));
        Assert.Equal(new SeriesPrior(8, 2), priors.Of("b-week-77.md"));
        Assert.Equal(default, priors.Of("c-week-1.md"));
    }
}
