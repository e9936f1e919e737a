using SearchNotes.Talks;
using SearchNotes.Tests.Posts;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class TalkMediaTests : IDisposable
{
    private const string Headings = "---\ntalks: headings\n---\n";

    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[Video](https://media.example/42)", "https://media.example/42", null)]
    [InlineData("[Watch the recording](https://media.example/42) and [the slides](https://files.example/s.pdf)",
        "https://media.example/42", "https://files.example/s.pdf")]
    [InlineData("Slides: <https://files.example/s.pdf>", null, "https://files.example/s.pdf")]
    [InlineData("The slides are [here](https://files.example/s.pdf).", null, "https://files.example/s.pdf")]
    [InlineData("Folien: https://files.example/s.pdf", null, "https://files.example/s.pdf")]
    [InlineData("I was there: https://www.youtube.com/watch?v=abcdef", "https://www.youtube.com/watch?v=abcdef", null)]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/abcdef\"></iframe>", "https://www.youtube.com/embed/abcdef", null)]
    [InlineData("{{< youtube abcdef123 >}}", "https://www.youtube.com/watch?v=abcdef123", null)]
    [InlineData("{% vimeo 123456 %}", "https://vimeo.com/123456", null)]
    [InlineData("[all of it](https://speakerdeck.com/ada/queues)", null, "https://speakerdeck.com/ada/queues")]
    [InlineData("[slides][1]\n\n[1]: https://files.example/s.pdf", null, "https://files.example/s.pdf")]
    // What says that it is the recording comes before another film.
    [InlineData("[a song](https://youtu.be/song12) [Video](https://youtu.be/talk12)", "https://youtu.be/talk12", null)]
    [InlineData("[video codecs](https://codecs.example/) and [slide rules](https://rules.example/)", null, null)]
    [InlineData("[her channel](https://www.youtube.com/@ada)", null, null)]
    [InlineData("[Video](javascript:alert(1))", null, null)]
    [InlineData("[Video](/video.mp4)", null, null)]
    [InlineData("```\n[Video](https://media.example/42)\n```", null, null)]
    public void A_talk_knows_its_recording_and_its_slides(string notes, string? video, string? slides)
    {
        var media = Of($"{Headings}# Ada Quill on Queues\n\n{notes}\n\n# Boris Lang on Maps\n\nDraw the coast first.");

        Assert.Equal(video, media.Video);
        Assert.Equal(slides, media.Slides);
    }

    [Fact]
    public void Front_matter_speaks_of_a_post_that_is_one_talk()
    {
        var media = Of("---\ntitle: Queues\nspeaker: Ada Quill\nvideo: https://media.example/42\nslides: https://files.example/s.pdf\n---\nNotes.");

        Assert.Equal("https://media.example/42", media.Video);
        Assert.Equal("https://files.example/s.pdf", media.Slides);
    }

    [Fact]
    public void The_links_of_another_talk_are_not_taken()
    {
        var media = Of($"{Headings}# Ada Quill on Queues\n\nNotes.\n\n# Boris Lang on Maps\n\n[Video](https://media.example/42)");

        Assert.Null(media.Video);
    }

    /// <summary>Returns the media of the first talk.</summary>
    private TalkMedia Of(string post)
    {
        _folder.With("post.md", post);
        var split = TalkSplitter.Split(_folder.Read(), SpeakerAliases.None);
        return TalkMedia.Of(split.Post, split.Talks[0], split.Documents.Count() == 1);
    }
}
