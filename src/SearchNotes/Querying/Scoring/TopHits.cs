using System.Buffers;
using System.Runtime.InteropServices;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Scoring;

/// <summary>Sorts hits by an order in which no two hits are equal, or only the best of many hits.</summary>
internal static class TopHits
{
    /// <summary>Sorts hits, best first. When there are more than twice <paramref name="depth"/> hits, only that many are kept.</summary>
    /// <param name="hits">The hits.</param>
    /// <param name="depth">The number of hits to keep.</param>
    /// <param name="compare">The order.</param>
    /// <param name="byScore">Whether a higher score comes first in that order.</param>
    public static void Sort(List<ScoredDocument> hits, int depth, Comparison<ScoredDocument> compare, bool byScore)
    {
        var all = CollectionsMarshal.AsSpan(hits);
        if (all.Length <= 2 * depth)
        {
            Sort(all, compare, byScore);
            return;
        }

        // The best hits so far are at the beginning of the list. Hits worse than the last of them are skipped, the others are appended;
        // whenever there are twice as many as needed, the worse half is dropped.
        var kept = 0;
        ScoredDocument? worst = null;
        foreach (var hit in all)
        {
            if (worst is { } last && ((byScore && hit.Score < last.Score) || compare(hit, last) > 0))
                continue;
            all[kept++] = hit;
            if (kept < 2 * depth)
                continue;
            Sort(all[..kept], compare, byScore);
            kept = depth;
            worst = all[kept - 1];
        }

        Sort(all[..kept], compare, byScore);
        kept = Math.Min(kept, depth);
        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static void Sort(Span<ScoredDocument> hits, Comparison<ScoredDocument> compare, bool byScore)
    {
        if (!byScore)
        {
            hits.Sort(compare);
            return;
        }

        // Numbers are compared many times faster than hits. Only hits of equal score are compared as hits.
        var rented = ArrayPool<float>.Shared.Rent(hits.Length);
        var keys = rented.AsSpan(0, hits.Length);
        for (var i = 0; i < keys.Length; i++)
            keys[i] = -hits[i].Score;
        keys.Sort(hits);
        for (var (start, end) = (0, 0); start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
                end++;
            if (end - start > 1)
                hits[start..end].Sort(compare);
        }

        ArrayPool<float>.Shared.Return(rented);
    }
}
