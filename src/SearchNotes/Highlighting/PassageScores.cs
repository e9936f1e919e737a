namespace SearchNotes.Highlighting;

/// <summary>Constants of the selection of passages; those of the ranking of talks are in <c>Querying/Ranking.cs</c>. A content word that a
/// passage shows counts 1 to 2, so all bonuses together never outweigh one more word.</summary>
internal static class PassageScores
{
    /// <summary>Gain of a word that is no content word, 0 to 1. The higher, the more a stop word attracts a passage.</summary>
    public const float StopWordGain = 0.25f;

    /// <summary>Factor for a word that an earlier passage already shows, 0 to 1. The lower, the more further passages show other
    /// words.</summary>
    public const double RepeatedWordGain = 0.25;

    /// <summary>Largest bonus for several occurrences of the words, 0 to 0.5.</summary>
    public const double FrequencyBonus = 0.25;

    /// <summary>Largest bonus for words close together, 0 to 0.5.</summary>
    public const double ClosenessBonus = 0.25;

    /// <summary>Offset of the bonus for an early place, in characters: 0.22 at the beginning of the talk, 0.12 after 5,000 characters. The
    /// curve is that of Lucene's unified highlighter.</summary>
    public const int EarlyPivot = 87;

    /// <summary>Factor for headings, 0 to 1. Low, because a heading appears above its passages anyway.</summary>
    public const double HeadingFactor = 0.7;

    /// <summary>Factor for code, 0 to 1. Below 1, because prose explains more.</summary>
    public const double CodeFactor = 0.9;

    /// <summary>Minimum score of a further passage without new words, as a share of the best passage's score, 0 to 1.</summary>
    public const double MinFurtherScoreShare = 0.6;
}
