namespace SearchNotes.Querying.Scoring;

/// <summary>BM25's saturation: each further occurrence of a word adds less than the one before.</summary>
internal static class Saturation
{
    /// <summary>Returns the score of an occurrence count, up to <paramref name="factor"/>.</summary>
    public static float Of(float factor, float count) => factor * count / (Ranking.K1 + count);
}
