using SearchNotes.Querying.Matching;

namespace SearchNotes.Querying.Candidates;

/// <summary>What another engine is to find: the documents that match, the best of them, and their facets. Plain data.</summary>
internal sealed record CandidateQuery
{
    /// <summary>What every hit matches, apart from <see cref="Filters"/>.</summary>
    public required Condition Where { get; init; }

    /// <summary>What hits are ranked by; <see langword="null"/> without words.</summary>
    public ScoredPart? Words { get; init; }

    /// <summary>The coverage of a document with all words.</summary>
    public int FullCoverage { get; init; }

    /// <summary>Share of the score that depends on the covered share of the query's weight, 0 to 1.</summary>
    public float CoverageShare { get; init; }

    /// <summary>Conditions of the request. The counts of a facet ignore the condition on it.</summary>
    public IReadOnlyList<(Facet? Facet, Condition Condition)> Filters { get; init; } = [];

    /// <summary>Order of the candidates.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Number of candidates.</summary>
    public required int Size { get; init; }

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Whether to count posts instead of documents.</summary>
    public bool CountPosts { get; init; }

    /// <summary>Whether to find out <see cref="CandidateAnswer.Best"/>.</summary>
    public bool WithBestCoverage { get; init; }
}

/// <summary>What another engine found.</summary>
internal sealed record CandidateAnswer
{
    /// <summary>The best documents, in order.</summary>
    public required IReadOnlyList<CandidateTalk> Talks { get; init; }

    /// <summary>Number of matching documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Number of their posts, which may be approximate above 40,000; 0 when it was not asked for.</summary>
    public int Posts { get; init; }

    /// <summary>The best coverage; <see langword="null"/> when it was not asked for.</summary>
    public CoverageAnswer? Best { get; init; }

    /// <summary>Keys with document counts of each facet, most frequent first.</summary>
    public required IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Facets { get; init; }

    /// <summary>Whether a part of the other engine did not answer in time.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>The best coverage of any document that a query matches, whatever the filters.</summary>
/// <param name="Coverage">The coverage; 0 without documents.</param>
/// <param name="Talk">A document that has it; <see langword="null"/> without documents.</param>
/// <param name="IsPartial">Whether a part of the other engine did not answer in time.</param>
internal sealed record CoverageAnswer(double Coverage, CandidateTalk? Talk, bool IsPartial);
