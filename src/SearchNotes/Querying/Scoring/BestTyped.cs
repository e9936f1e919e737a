using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Ranks the best talks that contain a word as typed above all prefix matches, typos and other expansions of the word. The talks
/// after them keep their scores. Otherwise a talk would vanish while its word is typed and the text so far happens to be a frequent
/// word.</summary>
internal static class BestTyped
{
    /// <summary>Raises the best talks above a score, in their order. Talks of equal score are raised together.</summary>
    /// <param name="docs">The documents that contain the word as typed.</param>
    /// <param name="typed">The occurrences of the word in them.</param>
    /// <param name="factor">Upper bound of the score of the word as typed.</param>
    /// <param name="expanded">The best score of an expansion.</param>
    /// <param name="scores">The scores, which are raised.</param>
    public static void RaiseAbove(float expanded, ReadOnlySpan<int> docs, DocCounts typed, float factor, DocScores scores)
    {
        var least = LeastOfBest(docs, typed, factor);
        if (docs.Length == 0 || expanded <= Ranking.ExpansionCap * least)
            return;
        var missing = (expanded / Ranking.ExpansionCap) - least;
        foreach (var doc in docs)
        {
            if (Saturation.Of(factor, typed[doc]) is var score && score >= least)
                scores.KeepBest(doc, score + missing, factor, scores.Words(doc));
        }
    }

    private static float LeastOfBest(ReadOnlySpan<int> docs, DocCounts typed, float factor)
    {
        Span<float> best = stackalloc float[Ranking.TalksAboveExpansions];
        var count = 0;
        foreach (var doc in docs)
        {
            var score = Saturation.Of(factor, typed[doc]);
            if (count == best.Length && score <= best[^1])
                continue;
            var at = Math.Min(count, best.Length - 1);
            for (; at > 0 && best[at - 1] < score; at--)
                best[at] = best[at - 1];
            best[at] = score;
            count = Math.Min(count + 1, best.Length);
        }

        return count == 0 ? 0f : best[count - 1];
    }
}
