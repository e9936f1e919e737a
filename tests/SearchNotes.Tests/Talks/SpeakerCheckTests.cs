using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class SpeakerCheckTests
{
    [Theory]
    [InlineData("Jacob Kaplan-Moss", "Jacon Kaplan-Moss")]
    [InlineData("Tennessee Leeuwenburg", "Tennessee Leuwenburg")]
    [InlineData("Richard Jones", "R. Jones")]
    [InlineData("Grace Brewster Hopper", "Grace Hopper")]
    public void A_name_that_is_probably_another_is_told_where_it_stands(string usual, string odd)
    {
        var doubts = SpeakerCheck.Find([Post("a.md", usual), Post("b.md", usual), Post("c.md", odd)]);

        var (path, warning) = Assert.Single(doubts);
        Assert.Equal(("c.md", 7), (path, warning.Line));
        Assert.Equal($"\"{odd}\" may be \"{usual}\" (2 talks); if it is, correct it or make it an alias in speakers.yaml.",
            warning.Message);
    }

    [Theory]
    [InlineData("Ada Muster", "Ida Probst")]
    [InlineData("Jan Eck", "Jon Eck")]
    [InlineData("Richard Jones", "Rachel Jones")]
    [InlineData("Ada", "Ada Muster")]
    public void Two_people_are_left_alone(string one, string other)
    {
        Assert.Empty(SpeakerCheck.Find([Post("a.md", one), Post("b.md", other)]));
    }

    [Fact]
    public void An_alias_is_no_doubt_and_brings_name_and_page()
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        File.WriteAllText(Path.Combine(folder, "speakers.yaml"),
            "- name: Jacob Kaplan-Moss\n  aliases: [Jacon Kaplan-Moss, jacobian]\n  url: https://jacob.example/\n");

        var speaker = SpeakerAliases.Read(new Corpus(new CorpusOptions { Root = folder })).Resolve("@jacobian", null)!; // Nobody is hidden.

        Assert.Equal(("Jacob Kaplan-Moss", "jacob-kaplan-moss", "@jacobian", "https://jacob.example/"),
            (speaker.Name, speaker.Slug, speaker.Written, speaker.Url));
        Assert.Equal(["Jacon Kaplan-Moss", "jacobian"], speaker.Aliases);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_persons_page_that_is_not_of_the_web_is_left_out_with_a_warning()
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        File.WriteAllText(Path.Combine(folder, "speakers.yaml"), "- name: Ada Muster\n- name: Bo Beispiel\n  url: javascript:alert(1)\n");

        var aliases = SpeakerAliases.Read(new Corpus(new CorpusOptions { Root = folder }));

        Assert.Null(aliases.Resolve("Bo Beispiel", null)?.Url);
        var warning = Assert.Single(aliases.Warnings);
        Assert.Equal((2, "The url of Bo Beispiel does not begin with https:// or http://; it is ignored."),
            (warning.Line, warning.Message));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_aliases_file_that_is_none_is_told_and_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        File.WriteAllText(Path.Combine(folder, "speakers.yaml"), "- aliases: [x]\n- just text\n- name: Ada Muster\n  aliases: [[broken\n");

        var aliases = SpeakerAliases.Read(new Corpus(new CorpusOptions { Root = folder }));

        Assert.Equal([1, 2], aliases.Warnings.Take(2).Select(w => w.Line));
        Assert.Equal("Ada", aliases.Resolve("Ada", null)?.Name);
        Directory.Delete(folder, recursive: true);
    }

    private static SplitPost Post(string path, string speaker) => new()
    {
        Post = new Post { Path = path, Id = path[..1], Title = "A day", Text = "" },
        Talks = [new Talk { Id = "t", Kind = TalkKind.Talk, Topic = "Topic", Speakers = [new Speaker(speaker, Slug.Make(speaker))],
            Heading = speaker, Lines = [new LineRange(7, 9)] }],
        Rest = null,
        Warnings = [],
    };
}
