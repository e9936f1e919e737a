using SearchNotes.Api.Talks;
using SearchNotes.Indexing;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class TalkAnswerTests
{
    /// <summary>An index may be older than the check of <c>speakers.yaml</c>.</summary>
    [Theory]
    [InlineData("https://ada.example/", "https://ada.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("/ada", null)]
    public void The_page_of_a_speaker_is_of_the_web(string kept, string? told)
    {
        var stored = new StoredTalk
        {
            Talk = new Talk
            {
                Id = "x.y",
                Kind = TalkKind.Talk,
                Topic = "Queues",
                Speakers = [new Speaker("Ada Moth", "ada-moth", Url: kept)],
                Lines = [new LineRange(1, 2)],
            },
            Path = "x.md",
            PostId = "x",
            PostTitle = "X",
        };

        Assert.Equal(told, Assert.Single(TalkAnswer.Of(stored).SpeakerDetails).Url);
    }
}
