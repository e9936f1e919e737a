using System.Collections.Immutable;
using SearchNotes.Querying.Syntax;

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

    /// <summary>The talks of the newest posts first, whenever they were given: the order of a feed.</summary>
    PublishedDescending,
}

/// <summary>A search request. Values of one filter are combined with OR, different filters with AND.</summary>
public sealed record SearchRequest
{
    private readonly string query = "";
    private ParsedQuery? parsed;
    private ImmutableDictionary<Facet, IReadOnlyList<string>> filters = ImmutableDictionary<Facet, IReadOnlyList<string>>.Empty;

    /// <summary>The query as typed, in the syntax of <c>docs/query-syntax.md</c>. When empty, all documents match.</summary>
    public string Query
    {
        get => query;
        init => (query, parsed) = (value, null);
    }

    /// <summary>Names or slugs of speakers.</summary>
    public IReadOnlyList<string> Speakers { get => ValuesOf(Facet.Speaker); init => filters = filters.SetItem(Facet.Speaker, value); }

    /// <summary>Tags, case-insensitive.</summary>
    public IReadOnlyList<string> Tags { get => ValuesOf(Facet.Tag); init => filters = filters.SetItem(Facet.Tag, value); }

    /// <summary>Titles or slugs of events.</summary>
    public IReadOnlyList<string> Events { get => ValuesOf(Facet.Event); init => filters = filters.SetItem(Facet.Event, value); }

    /// <summary>Kinds, see <see cref="Talks.TalkKindNames"/>.</summary>
    public IReadOnlyList<string> Kinds { get => ValuesOf(Facet.Kind); init => filters = filters.SetItem(Facet.Kind, value); }

    /// <summary>Two-letter language codes.</summary>
    public IReadOnlyList<string> Languages { get => ValuesOf(Facet.Language); init => filters = filters.SetItem(Facet.Language, value); }

    /// <summary>Years or ranges of years: <c>2013</c>, <c>2012..2014</c>.</summary>
    public IReadOnlyList<string> Years { get => ValuesOf(Facet.Year); init => filters = filters.SetItem(Facet.Year, value); }

    /// <summary>Content that a talk must have, see <see cref="ContentNames"/>.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Order of the hits. Default <see cref="SearchSort.Relevance"/>.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Whether to return only the best hit of each post.</summary>
    public bool GroupByPost { get; init; }

    /// <summary>Page number, from 1. <c>Page × PerPage</c> is at most 1,000.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits per page, 1 to 100. Default 10.</summary>
    public int PerPage { get; init; } = 10;

    /// <summary>Facets whose values are counted. Default all; the search box and the command line do without them.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = Facet.All;

    /// <summary>Whether to explain the score of each hit.</summary>
    public bool Explain { get; init; }

    /// <summary>Time limit; when it runs out, the best hits found so far are returned. Default one second.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The normal form of the query, for cache keys. Queries that differ only in spaces or in the spelling of operators have the
    /// same normal form and the same answer.</summary>
    public string NormalQuery => Parsed.Normal;

    /// <summary>The query as a tree of clauses, parsed once.</summary>
    internal ParsedQuery Parsed => parsed ??= QueryReader.Read(query);

    /// <summary>Whether it asks for the first page of hits of a query.</summary>
    internal bool IsFirstPageOfQuery => Page == 1 && query.Length > 0;

    /// <summary>Checks page and page size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of range.</exception>
    internal void Check() => ArgumentOutOfRangeException.ThrowIfNotEqual(
        PerPage is >= 1 and <= 100 && Page is >= 1 and <= 1000 && Page * PerPage <= 1000, true, nameof(Page));

    /// <summary>Returns the required values of a facet; empty when any value will do.</summary>
    public IReadOnlyList<string> ValuesOf(Facet facet) => filters.GetValueOrDefault(facet, []);

    /// <summary>Returns a copy that requires one of the values of a facet.</summary>
    public SearchRequest With(Facet facet, IReadOnlyList<string> values) => this with { filters = filters.SetItem(facet, values) };
}
