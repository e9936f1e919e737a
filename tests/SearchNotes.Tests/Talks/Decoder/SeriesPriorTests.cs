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
        Assert.Equal(2, Prior(3).Apply(2, ofBlog: 1));
        Assert.Equal(-1, Prior(4).Apply(2, ofBlog: 1));
        Assert.Equal(-2.5, Prior(10).Apply(2, ofBlog: 1));

        static SeriesPrior Prior(int posts) => SeriesPrior.Of([.. Enumerable.Repeat(-8, posts)]);
    }

    [Fact]
    public void A_prior_is_kept_as_a_number()
    {
        for (var mean = -8; mean <= 8; mean++)
        {
            for (var level = 0; level <= 2; level++)
            {
                for (var folders = 0; folders <= SharedFolders.Most; folders++)
                {
                    Assert.All([false, true], isInBlog => Assert.Equal(new SeriesPrior(mean, level, isInBlog, folders),
                        SeriesPrior.Unpack(new SeriesPrior(mean, level, isInBlog, folders).Packed())));
                }
            }
        }
    }

    [Fact]
    public void The_folder_that_is_the_corpus_is_no_part_of_a_series()
    {
        foreach (var folder in (string[])["", "posts/", "2021/"])
        {
            var priors = BlogPriors.OfPaths([$"{folder}notes-on-doors.md", $"{folder}notes-on-walls.md"]);

            Assert.Empty(priors.Members([.. Enumerable.Repeat($"{folder}notes-on-doors.md", 4)]));
        }
    }

    [Fact]
    public void Posts_of_other_series_and_posts_left_out_are_not_heard()
    {
        var priors = BlogPriors.None.With([.. Enumerable.Range(0, 10).Select(n => ($"a-week-{n}.md", n < 5 ? -8 : (int?)null)),
            .. Enumerable.Range(0, 10).Select(n => ($"b-week-{n}.md", (int?)8))]);

        Assert.Equal(new SeriesPrior(-8, 1), priors.Of("a-week-3.md"));
        Assert.Equal(new SeriesPrior(8, 2), priors.Of("b-week-77.md"));
        Assert.Equal(default, priors.Of("c-week-1.md"));
    }

    [Fact]
    public void A_post_among_thirty_is_one_of_a_blog_and_less_likely_to_tell_of_talks()
    {
        var paths = Enumerable.Range(0, 30).Select(n => $"week-{n}.md").ToList();
        Assert.False(BlogPriors.OfPaths(paths[1..]).Of("a.md").IsInBlog);
        Assert.True(BlogPriors.OfPaths(paths).Of("a.md").IsInBlog);
        Assert.True(BlogPriors.OfPaths(paths).With(paths.Select(path => (path, (int?)0))).Of("week-3.md").IsInBlog);
        Assert.Equal(1.5, new SeriesPrior(0, 0, IsInBlog: true).Apply(2, ofBlog: 0.5));
    }
}
