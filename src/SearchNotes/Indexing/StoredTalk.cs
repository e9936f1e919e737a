using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>A document as stored in the index: a talk with the metadata of its post.</summary>
public sealed record StoredTalk
{
    /// <summary>The talk.</summary>
    public required Talk Talk { get; init; }

    /// <summary>Path of the post below the corpus folder.</summary>
    public required string Path { get; init; }

    /// <summary>Id of the post, the first part of the talk's id.</summary>
    public required string PostId { get; init; }

    /// <summary>Ids of earlier commits that lead here. Only known while a post is indexed.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>Title of the post.</summary>
    public required string PostTitle { get; init; }

    /// <summary>Title of the event, or <see langword="null"/>.</summary>
    public string? EventTitle { get; init; }

    /// <summary>Place of the event, or <see langword="null"/>.</summary>
    public string? Location { get; init; }

    /// <summary>Date of the post, or <see langword="null"/>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Two-letter language code, or <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Tags of the post.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>URL of the post's page, or <see langword="null"/>.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Hashes of the talk's phrases that also occur earlier on the page, in ascending order.</summary>
    internal uint[] RepeatedPhrases { get; init; } = [];

    /// <summary>URL of the talk: the page with the anchor of its heading, or <see langword="null"/>.</summary>
    public string? Url => PageUrl is null || Talk.Anchor is null ? PageUrl : $"{PageUrl}#{Talk.Anchor}";
}
