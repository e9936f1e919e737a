using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class CollectionTests
{
    [Theory]
    [InlineData("a. lee on ")]
    [InlineData("")]
    public void A_file_of_notes_that_is_nothing_but_equal_headings_with_texts_holds_a_talk_for_each(string lead)
    {
        var split = Split("Collected notes 3", string.Join('\n', Subjects.Select(s => $"# {lead}{s}\n\nwhat was found about {s} .\n")));

        Assert.Equal(Subjects.Length, split.Talks.Count);
        Assert.Null(split.Rest);
    }

    [Fact]
    public void Small_letters_name_speakers_where_most_headings_have_initials_and_headings_without_a_name_stay_talks()
    {
        string[] leads =
            ["a. lee on ", "wallace,j. and clarke,j.h. on ", "r.m. gundersen on ", "lester lees on ", "e. mager on ", "", "r. vidal on ",
                "k. cramer on "];
        var split =
            Split("Collected notes 3", string.Join('\n', Subjects.Zip(leads, (s, lead) => $"# {lead}{s}\n\nwhat was found about {s} .\n")));

        Assert.Equal(Subjects, split.Talks.Select(t => t.Topic));
        Assert.Equal(["wallace,j.", "clarke,j.h."], split.Talks[1].Speakers.Select(s => s.Name));
        Assert.Equal("lester lees", Assert.Single(split.Talks[3].Speakers).Name);
        Assert.Empty(split.Talks[5].Speakers);
    }

    private static readonly string[] Subjects =
    [
        "the flow of air around a wing", "heat in slabs of two layers", "the buckling of thin shells", "waves in shallow water",
        "the drag of slender bodies", "friction at high speed", "pressure behind a step", "the mixing of jets",
    ];

    private static SplitPost Split(string title, string text) => TalkSplitter.Split(
        new Post
        {
            Path = "notes.md",
            Id = "notes",
            Title = title,
            Text = text,
            BodyLine = 1,
            FrontMatter = new FrontMatter { Title = title }
        }, SpeakerAliases.None);
}
