using System.Globalization;
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

    /// <summary>Day of the talk at the event, as far as the post says so, or <see langword="null"/>.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>Year of the event, as far as the post says so, or <see langword="null"/>.</summary>
    public int? EventYear { get; init; }

    /// <summary>Day that counts for years and for the order by date: that of the talk at the event, else the first of the event's year if
    /// the post is of another year, else that of the post.</summary>
    public DateOnly? Day => YearAlone is { } year ? new DateOnly(year, 1, 1) : ShownDay;

    /// <summary>Day to show: that of the talk at the event, else that of the post; <see langword="null"/> if only the year of the event is
    /// known and the post is of another year.</summary>
    public DateOnly? ShownDay => YearAlone is null ? EventDate ?? Date : null;

    /// <summary>Date to show in ISO 8601: <see cref="ShownDay"/>, or the year of the event where only that is known.</summary>
    public string? ShownDate => YearAlone?.ToString(CultureInfo.InvariantCulture) ?? ShownDay?.ToString("O", CultureInfo.InvariantCulture);

    private int? YearAlone => EventDate is null && EventYear != Date?.Year ? EventYear : null;

    /// <summary>Address of a recording that the notes link to, <c>http</c> or <c>https</c>, or <see langword="null"/>.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>Address of the slides that the notes link to, <c>http</c> or <c>https</c>, or <see langword="null"/>.</summary>
    public string? SlidesUrl { get; init; }

    /// <summary>Two-letter language code, or <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Tags of the post.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>URL of the post's page, or <see langword="null"/>.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Returns the links of a passage that lead to a web page, with absolute URLs, in order.</summary>
    public IEnumerable<TextLink> LinksOf(Passage passage)
    {
        foreach (var link in passage.Links)
        {
            if (WebAddress.Resolve(link.Target, PageUrl) is { } url)
                yield return link with { Target = url };
        }
    }

    /// <summary>Hashes of the talk's phrases that also occur earlier on the page, in ascending order.</summary>
    internal uint[] RepeatedPhrases { get; init; } = [];

    /// <summary>URL of the talk: the page with the anchor of its heading, or <see langword="null"/>.</summary>
    public string? Url => PageUrl is null || Talk.Anchor is null ? PageUrl : $"{PageUrl}#{Talk.Anchor}";
}
