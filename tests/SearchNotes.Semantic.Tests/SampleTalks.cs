using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Semantic.Tests;

/// <summary>Talks as the index stores them.</summary>
internal static class SampleTalks
{
    public static StoredTalk Talk(string id, string topic, params string[] texts) => new()
    {
        Talk = new Talk
        {
            Id = id,
            Kind = TalkKind.Talk,
            Topic = topic,
            Speakers = [new Speaker("Ann Reed", "ann-reed")],
            Lines = [new LineRange(1, 10)],
            Sections = [new Section("Second part", null, 5, 2)],
            Passages = [.. texts.Select((text, i) => new Passage
            {
                Kind = PassageKind.Prose, Text = text, Section = i > 0 ? 0 : -1, FirstLine = i + 1, LastLine = i + 1,
            })],
        },
        Path = "post.md",
        PostId = "post",
        PostTitle = "A day",
    };
}
