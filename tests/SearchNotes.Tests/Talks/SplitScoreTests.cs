using SearchNotes.Talks;
using SearchNotes.Tests.Talks.Labels;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class SplitScoreTests
{
    private static readonly LabelledPost Post = new()
    {
        File = "a.md",
        Talks = [Label("Beans", 3, 9, "Ada Muster"), Label("Maps", 11, 20, "Ben Probst") with { AltTitles = ["Reading maps"] },
            Label("Moss", 22, 23) with { Optional = true }],
    };

    [Fact]
    public void Talks_as_labelled_are_all_right() =>
        Assert.Equal(new SplitScore(2, 0, 0, 2, 2, 2, 0, 0),
            SplitScore.Of(Post, [Talk("beans!", 4, 9, "Ada"), Talk("Reading maps", 11, 23, "Ben Probst")]));

    [Fact]
    public void Each_kind_of_mistake_counts_by_itself() =>
        Assert.Equal(new SplitScore(1, 1, 1, 0, 0, 0, 0, 0),
            SplitScore.Of(Post, [Talk("Peas", 3, 14, "Ada Muster", "Eva Nagel"), Talk("Maps", 15, 20, "Ben Probst")]));

    [Fact]
    public void A_talk_in_a_post_without_any_is_wrong()
    {
        var post = Post with { Talks = [] };

        Assert.Equal((0, 1), (SplitScore.Of(post, [Talk("Beans", 3, 9)]).LeftAlone, SplitScore.Of(post, []).LeftAlone));
        Assert.Equal(0, (SplitScore.Of(post, [Talk("Beans", 3, 9)]) + SplitScore.None).F1);
    }

    private static LabelledTalk Label(string title, int line, int end, params string[] speakers) =>
        new() { Title = title, Speakers = speakers, Form = "heading", Line = line, EndLine = end };

    private static Talk Talk(string topic, int first, int last, params string[] speakers) =>
        new()
        {
            Id = topic,
            Kind = TalkKind.Talk,
            Topic = topic,
            Lines = [new LineRange(first, last)],
            Speakers = [.. speakers.Select(name => new Speaker(name, name))]
        };
}
