using SearchNotes.Talks;
using SearchNotes.Tests.Posts;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class HiddenSpeakerTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("- name: Ada Quill\n  hide: true")]
    [InlineData("- name: A. Q.\n  aliases: [Ada Quill]\n  hide: yes")]
    public void A_person_who_is_hidden_is_named_neither_as_speaker_nor_in_heading_or_id(string file)
    {
        var talk = Talks(file)[0];

        Assert.Empty(talk.Speakers);
        Assert.Equal("Queues that forgive", talk.Topic);
        Assert.DoesNotContain("Quill", talk.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("quill", talk.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_stay()
    {
        var talks = Talks("- name: Ada Quill\n  hide: true");

        Assert.Equal("Boris Lang", Assert.Single(talks[1].Speakers).Name);
        Assert.Equal("Boris Lang on Drawing maps by hand", talks[1].Heading);
    }

    [Fact]
    public void Without_the_word_the_person_is_named()
    {
        Assert.Equal("Ada Quill", Assert.Single(Talks("- name: Ada Quill\n  hide: false")[0].Speakers).Name);
    }

    private IReadOnlyList<Talk> Talks(string file)
    {
        _folder.With("speakers.yaml", file).With("post.md", "# Ada Quill on Queues that forgive", "", "Jobs fail.", "",
            "# Boris Lang on Drawing maps by hand", "", "Draw the coast first.", "", "# Chiara Vale on Boats in winter", "", "Ice.");
        return TalkSplitter.Split(_folder.Read("post.md"), SpeakerAliases.Read(_folder.Open())).Talks;
    }
}
