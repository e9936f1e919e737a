using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks;

/// <summary>A post with the documents made from it.</summary>
public sealed record SplitPost
{
    /// <summary>The post.</summary>
    public required Post Post { get; init; }

    /// <summary>Its talks in the order of the file. Empty for an ordinary post.</summary>
    public required IReadOnlyList<Talk> Talks { get; init; }

    /// <summary>What is in no talk, as a document of kind <see cref="TalkKind.Post"/>; <see langword="null"/> when talks hold every line
    /// of text.</summary>
    public required Talk? Rest { get; init; }

    /// <summary>What was odd, file and splitting together, by line.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>The post's Markdown as it was split, for whoever looks at it once more; <see langword="null"/> where it cannot be read, or
    /// is not kept.</summary>
    internal IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>All documents: the post's own first, then the talks.</summary>
    public IEnumerable<Talk> Documents => Rest is null ? Talks : Talks.Prepend(Rest);
}
