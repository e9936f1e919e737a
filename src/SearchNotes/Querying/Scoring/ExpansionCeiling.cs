using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Keeps prefix matches, typos and other expansions of a word below the best talks that contain the word as typed.</summary>
internal static class ExpansionCeiling
{
    /// <summary>Returns the maximum score of an expansion. If it were below all talks with the word as typed, a talk would disappear while
    /// its word is being typed, whenever the text so far happens to be a frequent word.</summary>
    /// <param name="docs">The documents that contain the word as typed.</param>
    /// <param name="scores">Their scores.</param>
    public static float Of(ReadOnlySpan<int> docs, DocScores scores)
    {
        Span<float> best = stackalloc float[Ranking.TalksAboveExpansions];
        var count = 0;
        foreach (var doc in docs)
        {
            var score = scores[doc];
            if (count == best.Length && score <= best[^1])
                continue;
            var at = Math.Min(count, best.Length - 1);
            for (; at > 0 && best[at - 1] < score; at--)
                best[at] = best[at - 1];
            best[at] = score;
            count = Math.Min(count + 1, best.Length);
        }

        return count == 0 ? float.MaxValue : best[count - 1] * Ranking.ExpansionCap;
    }

    /// <summary>Returns the factor that brings the best score of an expansion down to the ceiling, at most 1. The order among the talks
    /// stays, which it would not if each score were cut off.</summary>
    public static float Share(float ceiling, float factor, DocCounts counts)
    {
        if (ceiling >= factor)
            return 1f;
        var most = 0f;
        foreach (var doc in counts.Docs)
            most = Math.Max(most, counts[doc]);
        return most <= 0f ? 1f : Math.Min(1f, ceiling / Saturation.Of(factor, most));
    }
}
