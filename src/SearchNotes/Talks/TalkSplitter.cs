using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>Splits a post into talks.</summary>
public static class TalkSplitter
{
    /// <summary>Splits a post. Never fails: any text is some documents.</summary>
    public static SplitPost Split(Post post, SpeakerAliases aliases) => throw new NotImplementedException();
}
