namespace SearchNotes.Querying;

/// <summary>In which order hits come.</summary>
public enum SearchSort
{
    /// <summary>Best first; an empty query is newest first.</summary>
    Relevance,

    /// <summary>Newest first, undated last.</summary>
    DateDescending,

    /// <summary>Oldest first, undated last.</summary>
    DateAscending,
}

/// <summary>What a reader asks for. Values inside one filter are OR-ed, filters AND-ed.</summary>
public sealed record SearchRequest
{
    /// <summary>The words as typed, in the syntax of <c>docs/query-syntax.md</c>. Empty browses.</summary>
    public string Query { get; init; } = "";

    /// <summary>Speakers by name or slug.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Tags, without regard to case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Events by title or slug.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Kinds as the API writes them: <c>lightning_talk</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Two-letter language codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Years or ranges: <c>2013</c>, <c>2012..2014</c>.</summary>
    public IReadOnlyList<string> Years { get; init; } = [];

    /// <summary>What a talk must hold: <c>code</c>, <c>qa</c>, <c>quote</c>.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>The order.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Show only the best hit of each post.</summary>
    public bool GroupByPost { get; init; }

    /// <summary>From 1. <c>Page × PerPage</c> is at most 1,000.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to 100.</summary>
    public int PerPage { get; init; } = 10;

    /// <summary>Count facets. Default true; the search box and the command line do without.</summary>
    public bool WithFacets { get; init; } = true;

    /// <summary>Explain each hit's score.</summary>
    public bool Explain { get; init; }

    /// <summary>How long the search may take before it answers with what it has. Default one second.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(1);
}
