using SearchNotes.Posts;
using SearchNotes.Talks.Readings;
using Xunit;

namespace SearchNotes.Tests.Talks.Readings;

public sealed class SpeakerFilterTests
{
    private static readonly Post Post =
        new()
        {
            Path = "post.md",
            Id = "post",
            Title = "Home Page",
            Text = "",
            FrontMatter = new FrontMatter { Tags = ["PHP", "Richard Jones"], Event = "Tomato Days" }
        };

    [Theory]
    [InlineData("mir)", "Maps")]
    [InlineData("Mitte 1989", "Maps")]
    [InlineData("#", "Maps")]
    [InlineData("Harbour CI", "Maps")]
    [InlineData("PHP", "Maps")]
    [InlineData("Home Page", "Maps")]
    [InlineData("Tomato Days", "Maps")]
    [InlineData("PyCon", "Maps")]
    [InlineData("Kubernetes", "Kubernetes for gardens")]
    public void What_cannot_be_a_person_is_no_speaker(string name, string topic) =>
        Assert.Empty(SpeakerFilter.Persons([new SpeakerName(name, null, NameConfidence.Strong)], topic, Post));

    [Theory]
    [InlineData("Ada Muster")]
    [InlineData("@t_wada")]
    [InlineData("djb")]
    [InlineData("山田太郎")]
    [InlineData("Richard Jones")]
    public void A_person_stays(string name) =>
        Assert.Single(SpeakerFilter.Persons([new SpeakerName(name, null, NameConfidence.Strong)], "Maps", Post));

    [Theory]
    [InlineData("de Ada Muster", "Ada Muster")]
    [InlineData("de Souza", "de Souza")]
    [InlineData("AJ Muster", "AJ Muster")]
    public void What_says_whose_talk_it_was_is_no_part_of_the_name(string name, string expected) =>
        Assert.Equal([expected], SpeakerFilter.Persons([new SpeakerName(name, null, NameConfidence.Strong)], "Maps", Post).Select(n =>
            n.Name));
}
