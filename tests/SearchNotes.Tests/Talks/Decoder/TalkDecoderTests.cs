using SearchNotes.Posts;
using SearchNotes.Talks;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Readings;
using Xunit;

namespace SearchNotes.Tests.Talks.Decoder;

public sealed class TalkDecoderTests
{
    private static readonly DecoderNumbers Plain =
        new(PostShift: 0, MostPost: 3, Headings: 0, Units: 0, Whole: 0, WholeShift: 0, SurePost: 1, LessDoubt: 0, LeastPost: -9,
            LeastUnit: 0, LeastWhole: 0, Blog: 0, Slope: 1, Intercept: 0);

    // Three headings: "A" over "B" and "C"; one paragraph below each of the lower ones.
    private static readonly PostCandidates Candidates = Of("# A\n\n## B\n\nOne.\n\n## C\n\nTwo.\n");

    [Fact]
    public void What_is_likelier_together_wins_over_the_heading_above() =>
        Assert.Equal([1, 2], Headings([2, 1.5, 1.5], []));

    [Fact]
    public void A_heading_that_is_likelier_than_all_below_it_is_the_talk() =>
        Assert.Equal([0], Headings([4, 1.5, 1.5], []));

    [Fact]
    public void What_is_less_likely_than_not_is_no_talk() =>
        Assert.Equal([1], Headings([-1, 0.5, -0.5], []));

    [Fact]
    public void A_paragraph_may_be_a_talk_where_its_heading_is_none()
    {
        var reading = Read(-3, [-1, -1, 2], [1, 1]);

        Assert.Equal([0], reading.Units.Select(u => u.Index));
        Assert.Equal([2], reading.Headings.Select(h => h.Index));
    }

    [Fact]
    public void The_post_is_one_talk_where_that_is_likelier_than_any_part_of_it()
    {
        Assert.NotNull(Read(3, [-1, 2, 2], []).Whole);
        Assert.Null(Read(1, [-1, 2, 2], []).Whole);
        Assert.False(Read(-1, [-1, -2, -2], []).HasTalks);
    }

    [Fact]
    public void A_post_that_hardly_holds_talks_needs_surer_headings()
    {
        var opinions = new Opinions(Post: -2, Whole: -5, [-1, 0.5, 0.5], [-9, -9]);

        Assert.True(TalkDecoder.Read(Candidates, opinions, Plain).HasTalks);
        Assert.False(TalkDecoder.Read(Candidates, opinions, Plain with { PostShift = 0.5 }).HasTalks);
    }

    [Fact]
    public void A_post_that_surely_holds_talks_is_read_again_with_less_doubt()
    {
        var opinions = new Opinions(Post: 2, Whole: -5, [-3, -0.5, -0.5], [-9, -9]);

        Assert.False(TalkDecoder.Read(Candidates, opinions, Plain).HasTalks);
        Assert.Equal(2, TalkDecoder.Read(Candidates, opinions, Plain with { LessDoubt = 1 }).Headings.Count);
        Assert.False(TalkDecoder.Read(Candidates, opinions with { Post = 0.5 }, Plain with { LessDoubt = 1 }).HasTalks);
    }

    [Fact]
    public void A_doubtful_paragraph_or_post_is_not_shown()
    {
        var paragraphs = new Opinions(0, -5, [-1, -1, -1], [0.4, 2]);
        var whole = new Opinions(0, 0.4, [-1, -1, -1], [-9, -9]);

        Assert.Equal([0, 1], TalkDecoder.Read(Candidates, paragraphs, Plain).Units.Select(u => u.Index));
        Assert.Equal([1], TalkDecoder.Read(Candidates, paragraphs, Plain with { LeastUnit = 0.5 }).Units.Select(u => u.Index));
        Assert.True(TalkDecoder.Read(Candidates, whole, Plain).HasTalks);
        Assert.False(TalkDecoder.Read(Candidates, whole, Plain with { LeastWhole = 0.5 }).HasTalks);
    }

    private static IEnumerable<int> Headings(double[] headings, double[] units) => Read(-5, headings, units).Headings.Select(h => h.Index);

    private static Reading Read(double whole, double[] headings, double[] units) =>
        TalkDecoder.Read(Candidates, new Opinions(0, whole, headings, units.Length > 0 ? units : [-9, -9]), Plain);

    private static PostCandidates Of(string text)
    {
        var post = new Post { Path = "post.md", Id = "post", Title = "Post", Text = text };
        var blocks = MarkdownBlocks.Read(new PostLines(post).Body, 1);
        return PostCandidates.Of(Outline.Of(post, blocks!)); // A few lines are always read.
    }
}
