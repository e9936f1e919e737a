using SearchNotes.Posts;
using SearchNotes.Talks;
using SearchNotes.Tests.Posts;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class SplitWarningTests
{
    private const string Remedy = ": put \"talks: headings\", \"talks: one\" or \"talks: none\" into the front matter if that is wrong.";
    private const string TwoTalks = "# Ada Muster on Weeds\n\nPull them.\n\n# Eva Nagel on Ferns\n\nDraw them.\n";

    [Fact]
    public void A_bug_of_ours_costs_one_post_and_says_so()
    {
        using var folder = new CorpusFolder().With("post.md");
        var corpus = folder.Open();
        var file = corpus.ReadBytes(Assert.Single(corpus.List()));

        var split = TalkSplitter.Split(corpus, file, aliases: null!);

        Assert.StartsWith("a bug in SearchNotes, please report it (", split.Post.SkipReason, StringComparison.Ordinal);
        Assert.Empty(split.Talks);
        Assert.StartsWith("The file is left out: a bug in SearchNotes", Assert.Single(split.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Yaron Minsky on", "The heading \"Yaron Minsky on\" stops before the topic; the speaker stands in for it.")]
    [InlineData("# Reading maps by", "The heading \"Reading maps by\" looks half written; it is taken as it is.")]
    [InlineData("# Ben Probst -", "The heading \"Ben Probst -\" looks half written; it is taken as it is.")]
    [InlineData("# ??? on Knots", "The heading \"??? on Knots\" looks half written; it is taken as it is.")]
    [InlineData("# ${Talk Name}", "The heading \"${Talk Name}\" looks half written; it is taken as it is.")]
    [InlineData("# Moss in cities (Dora Fink", "The heading \"Moss in cities (Dora Fink\" looks half written; it is taken as it is.")]
    [InlineData("#", "The heading is empty; what is under it belongs to what is above.")]
    public void A_heading_that_was_half_written_is_told(string heading, string expected)
    {
        var warning = Assert.Single(Split($"{TwoTalks}\n{heading}\n\nSomething.\n").Warnings);

        Assert.Equal((9, expected), (warning.Line, warning.Message));
    }

    [Theory]
    [InlineData("# Cleo Tamm on Silence",
        "The talk \"Cleo Tamm on Silence\" has no notes under it; it is kept, for its speaker and topic.")]
    [InlineData("# Lightning Talks", "The heading \"Lightning Talks\" has nothing under it; it makes no talk.")]
    public void An_empty_talk_and_an_empty_group_are_told(string heading, string expected)
    {
        var warning = Assert.Single(Split($"{TwoTalks}\n{heading}\n").Warnings);

        Assert.Equal((9, expected), (warning.Line, warning.Message));
    }

    [Fact]
    public void Two_speakers_of_one_talk_are_told_where_the_second_stands()
    {
        var split = Split($"{TwoTalks}\n# Ada Muster on Moss\n\nSpeaker: Carl Otter\n\nIt grows.\n");

        var warning = Assert.Single(split.Warnings);
        Assert.Equal((11, "The heading names Ada Muster and the line below it Carl Otter; the line is followed."),
            (warning.Line, warning.Message));
        Assert.Equal("Carl Otter", split.Talks[2].Speakers[0].Name);
    }

    [Fact]
    public void A_heading_like_a_talk_below_the_talks_level_is_told()
    {
        var split = Split($"{TwoTalks}\n## Ben Probst on Moss\n\nIt grows.\n");

        var warning = Assert.Single(split.Warnings);
        Assert.Equal(
            (9, "The heading \"Ben Probst on Moss\" reads like a talk, but the talks stand on level 1; it is part of what is above it. Put it on that level if it is a talk."), (warning.Line, warning.Message));
        Assert.Equal(2, split.Talks.Count);
    }

    [Fact]
    public void Front_matter_for_one_talk_over_headings_for_several_is_told()
    {
        var speakers = new FrontMatter { Speakers = ["Ada Muster"] };

        var warning = Assert.Single(Split(TwoTalks, speakers).Warnings);

        Assert.Contains("Ada Muster", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith(Remedy, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_announcement_with_headings_like_talks_is_told()
    {
        var split =
            Split($"I am planning to attend these, and looking forward to them:\n\n{TwoTalks}", title: "Sessions I am going to attend");

        var warning = Assert.Single(split.Warnings);
        Assert.Empty(split.Talks);
        Assert.Equal(
            (3, $"2 headings read like talks (\"Ada Muster on Weeds\"), but the post as a whole does not; it is indexed as one post{Remedy}"), (warning.Line, warning.Message));
    }

    [Fact]
    public void Whoever_overrules_the_signals_hears_nothing_of_them() =>
        Assert.Empty(Split(TwoTalks, new FrontMatter { Speakers = ["Ada Muster"] }, talks: "one").Warnings);

    private static SplitPost Split(string text, FrontMatter? frontMatter = null, string title = "PyCon 2019, day one",
        string? talks = null) => TalkSplitter.Split(
        new Post
        {
            Path = "post.md",
            Id = "post",
            Title = title,
            Text = text,
            FrontMatter = frontMatter
            ?? FrontMatter.Empty,
            Overrides = new SplitOverrides(talks, null, null, frontMatter?.Speakers ?? [])
        },
        SpeakerAliases.None);
}
