namespace SearchNotes.Querying;

/// <summary>Order of the hits.</summary>
public enum SearchSort
{
    /// <summary>Best first. An empty query returns the newest first.</summary>
    Relevance,

    /// <summary>Newest first, undated last.</summary>
    DateDescending,

    /// <summary>Oldest first, undated last.</summary>
    DateAscending,
}

/// <summary>A search request. Values of one filter are combined with OR, different filters with AND.</summary>
public sealed record SearchRequest
{
    /// <summary>The query as typed, in the syntax of <c>docs/query-syntax.md</c>. When empty, all documents match.</summary>
    public string Query { get; init; } = "";

    /// <summary>Names or slugs of speakers.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Tags, case-insensitive.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Titles or slugs of events.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Kinds as in the API, such as <c>lightning_talk</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Two-letter language codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Years or ranges of years: <c>2013</c>, <c>2012..2014</c>.</summary>
    public IReadOnlyList<string> Years { get; init; } = [];

    /// <summary>Content that a talk must have: <c>code</c>, <c>qa</c>, <c>quote</c>.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Order of the hits. Default <see cref="SearchSort.Relevance"/>.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Whether to return only the best hit of each post.</summary>
    public bool GroupByPost { get; init; }

    /// <summary>Page number, from 1. <c>Page × PerPage</c> is at most 1,000.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits per page, 1 to 100. Default 10.</summary>
    public int PerPage { get; init; } = 10;

    /// <summary>Whether to count facets. Default true; the search box and the command line do without them.</summary>
    public bool WithFacets { get; init; } = true;

    /// <summary>Whether to explain the score of each hit.</summary>
    public bool Explain { get; init; }

    /// <summary>Time limit; when it runs out, the best hits found so far are returned. Default one second.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(1);
}
