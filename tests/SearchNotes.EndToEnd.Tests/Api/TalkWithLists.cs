using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Tests.Api;

/// <summary>A talk whose notes are a list in a list, with links.</summary>
internal static class TalkWithLists
{
    public static StoredTalk Stored { get; } = new()
    {
        Talk = new Talk
        {
            Id = "post.talk",
            Kind = TalkKind.Talk,
            Topic = "Topic",
            Lines = [new LineRange(1, 8)],
            Passages =
            [
                Prose("Kites need a string", 1, "-") with { InlineCode = [new(13, 6)], Links = [new(11, 8, "https://a.example/s")] },
                Prose("flat ones", 2, "1."),
                Prose("even without tails", 2, null) with { Links = [new(5, 7, "javascript:alert(1)")] },
                Prose("third", 1, "-"),
            ],
        },
        Path = "post.md",
        PostId = "post",
        PostTitle = "Post",
    };

    private static Passage Prose(string text, int depth, string? marker) => new()
    {
        Kind = PassageKind.Prose,
        Text = text,
        FirstLine = 1,
        LastLine = 1,
        ListDepth = depth,
        ListMarker = marker,
    };
}
