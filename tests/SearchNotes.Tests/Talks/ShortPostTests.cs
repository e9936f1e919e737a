using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

/// <summary>Posts of a few lines: what their headings name is read although their words are few, odd or of no known language.</summary>
public sealed class ShortPostTests
{
    [Theory]
    [InlineData("---\ntitle: Quay-Sigma May\ntags: [meetup, containers]\n---\n\n# Eva Kettle on Moorings\n\nA line here.\n\n"
        + "# Tom Anvil - Lanterns\n\nA line here.\n\n# Sue Marsh on nets or rods\n\nA line here.\n")]
    [InlineData("# Eva Kettle on => and <= in F\n\nCall `run(x)`; libfoo 3.2 and ::1, 10:45, 4:3. See /usr/lib and b!.c.\n\n"
        + "```sh\nrun -x | sort\n```\n\n# Tom Anvil on --quiet\n\nŽluťoučký kůň, Überlänge, 日本語. 7 € or £2. 🎉 C#, .NET 9.\n\n# Sue Marsh on SQL\n\nHm.\n")]
    [InlineData("# Vorna Telk on Zubrin\n\nKlo vemna tursi.\n\n# Hadi Osmun on Prelf\n\nOr tinda.\n\n# Mirel Dastu on Quofi\n\nVel.\n")]
    public void Headings_that_name_speaker_and_topic_are_talks(string text)
    {
        var talks = Split(text).Talks;

        Assert.Equal(3, talks.Count);
        Assert.All(talks, talk => Assert.Single(talk.Speakers));
    }

    [Theory]
    [InlineData("# Soup on a cold day\n\nThree leeks.\n\n# Bread in the oven\n\nAn hour.\n\n# Tea after that\n\nBlack.\n")]
    [InlineData("---\ntitle: Release 4.1\n---\n\n# Faster start\n\nHalf the time.\n\n# Fixed\n\nThe door.\n\n# Thanks\n\nTo Eva Kettle.\n")]
    public void Other_headings_are_none(string text) => Assert.Empty(Split(text).Talks);

    private static SplitPost Split(string text)
    {
        var corpus = new Corpus(new CorpusOptions { Root = AppContext.BaseDirectory });
        var file = new PostFile("a.md", "a.md", "post", text.Length, 0);
        return TalkSplitter.Split(corpus.Read(new PostBytes(file, Encoding.UTF8.GetBytes(text), null)), SpeakerAliases.None);
    }
}
