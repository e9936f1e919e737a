using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>A document as the index keeps it: the talk, and what its post says of it.</summary>
public sealed record StoredTalk
{
    /// <summary>The talk.</summary>
    public required Talk Talk { get; init; }

    /// <summary>Path of the post below the corpus folder.</summary>
    public required string Path { get; init; }

    /// <summary>The post's part of the id.</summary>
    public required string PostId { get; init; }

    /// <summary>The post's title.</summary>
    public required string PostTitle { get; init; }

    /// <summary>The event, or <see langword="null"/>.</summary>
    public string? EventTitle { get; init; }

    /// <summary>Where the event was, or <see langword="null"/>.</summary>
    public string? Location { get; init; }

    /// <summary>The day, or <see langword="null"/>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Two-letter language code, or <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>The post's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Address of the post's page, or <see langword="null"/>.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Address of the talk: the page and the heading's anchor, or <see langword="null"/>.</summary>
    public string? Url => PageUrl is null || Talk.Anchor is null ? PageUrl : $"{PageUrl}#{Talk.Anchor}";
}
