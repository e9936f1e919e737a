namespace SearchNotes.Querying;

/// <summary>Constants of ranking by meaning, measured in <c>docs/ranking.md</c>. They apply to the embedded engine only.</summary>
internal static class SemanticRanking
{
    /// <summary>Largest share of a score that meaning has for queries in plain words, 0.6 to 0.9. The higher, the less the words of the
    /// notes count.</summary>
    public const float PlainWords = 0.8f;

    /// <summary>The same where the words name a talk: the best hit contains all of them and is well ahead, or one is a speaker's
    /// name.</summary>
    public const float Named = 0.2f;

    /// <summary>Minimum number of words of a query in plain words, stop words included. Shorter queries are names, titles and
    /// typos.</summary>
    public const int MinWords = 3;

    /// <summary>Minimum ratio of the best score to the second for a hit that is well ahead.</summary>
    public const float Lead = 1.5f;

    /// <summary>Minimum share of a query's weight that a hit must cover to contain all of its words.</summary>
    public const float AllWords = 0.99f;

    /// <summary>Similarity of the nearest document up to which meaning does not count: no document is about the query. 0.3 to
    /// 0.5.</summary>
    public const float LeastSimilarity = 0.4f;

    /// <summary>Similarity of the nearest document from which meaning has its largest share; less in between. 0.6 to 0.8.</summary>
    public const float FullSimilarity = 0.7f;

    /// <summary>How much less similar than the nearest a document must be to have 1/e of its nearness. 0.02 to 0.05; the lower, the fewer
    /// documents gain.</summary>
    public const float Spread = 0.03f;

    /// <summary>Minimum number of hits for their words that meaning may raise.</summary>
    public const int Depth = 300;

    /// <summary>Maximum number of documents that are hits for their meaning alone.</summary>
    public const int Admitted = 10;
}
