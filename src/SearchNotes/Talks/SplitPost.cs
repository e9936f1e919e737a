using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Decoder;

namespace SearchNotes.Talks;

/// <summary>A post with the documents made from it.</summary>
public sealed record SplitPost
{
    /// <summary>The post.</summary>
    public required Post Post { get; init; }

    /// <summary>Its talks in the order of the file. Empty for an ordinary post.</summary>
    public required IReadOnlyList<Talk> Talks { get; init; }

    /// <summary>Remainder of the post outside all talks, as a document of kind <see cref="TalkKind.Post"/>; <see langword="null"/> when
    /// talks hold every line of text.</summary>
    public required Talk? Rest { get; init; }

    /// <summary>Warnings about the file and its splitting, in order of lines.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>Talks that the post may hold although it is taken for an ordinary one; <see langword="null"/> where nothing much speaks
    /// for them, or where front matter or settings decide.</summary>
    public UnsureTalks? Unsure { get; init; }

    /// <summary>Opinion of the post on its own, used as evidence for the other posts of its series.</summary>
    internal int Opinion { get; init; }

    /// <summary>Whether nothing that other posts say could change its talks.</summary>
    internal bool IsSettled { get; init; }

    /// <summary>Prior that the post got from its series.</summary>
    internal SeriesPrior Prior { get; init; }

    /// <summary>The post's Markdown as it was split, for whoever looks at it once more; <see langword="null"/> where it cannot be read, or
    /// is not kept.</summary>
    internal IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>All documents: the post's own first, then the talks.</summary>
    public IEnumerable<Talk> Documents => Rest is null ? Talks : Talks.Prepend(Rest);
}
