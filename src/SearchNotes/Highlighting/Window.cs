using System.Numerics;

namespace SearchNotes.Highlighting;

/// <summary>A group of neighbouring occurrences that one passage can show.</summary>
/// <param name="First">Index of the first occurrence.</param>
/// <param name="Last">Index of the last occurrence.</param>
/// <param name="Words">The words of the query that they show, as bits.</param>
/// <param name="Score">Value of showing them; 0 when there is nothing to show.</param>
internal readonly record struct Window(int First, int Last, ulong Words, double Score)
{
    /// <summary>Returns the best window of a text.</summary>
    /// <param name="occurrences">Occurrences in the text, ordered by start.</param>
    /// <param name="query">The query, which defines the gain of each word.</param>
    /// <param name="shown">Words that other passages already show, as bits.</param>
    /// <param name="offset">Number of characters of the talk before the text.</param>
    /// <param name="shownRanges">Ranges of the text that other passages already show.</param>
    /// <param name="maxSpan">Maximum distance between the start of the first and the end of the last occurrence, in characters.</param>
    public static Window Best(
        ReadOnlySpan<Occurrence> occurrences, HighlightQuery query, ulong shown, int offset,
        IReadOnlyList<(int Start, int End)> shownRanges, int maxSpan)
    {
        Span<int> counts = stackalloc int[HighlightQuery.MaxWords];
        counts.Clear();
        var best = default(Window);
        ulong words = 0;
        // Occurrences from `reach` on are within the span. The window starts at `first`, after those that only repeat later ones.
        var (reach, first) = (0, 0);
        for (var last = 0; last < occurrences.Length; last++)
        {
            if (IsShown(occurrences[last], shownRanges))
            {
                counts.Clear();
                (reach, first, words) = (last + 1, last + 1, 0);
                continue;
            }

            words |= Count(counts, occurrences[last].Words);
            while (reach < last && occurrences[last].End - occurrences[reach].Start > maxSpan)
                reach++;
            while (first < reach)
                words &= ~Uncount(counts, occurrences[first++].Words);
            while (first < last && IsRepeated(counts, occurrences[first].Words))
                Uncount(counts, occurrences[first++].Words);
            var span = occurrences[last].End - occurrences[first].Start;
            var score = GainOf(words, query, shown) + DensityBonus(last - reach + 1, (double)span / maxSpan)
                + EarlyBonus(offset + occurrences[first].Start);
            if (score > best.Score)
                best = new(first, last, words, score);
        }

        return best;
    }

    private static bool IsShown(Occurrence occurrence, IReadOnlyList<(int Start, int End)> shownRanges)
    {
        for (var i = 0; i < shownRanges.Count; i++)
        {
            if (occurrence.Start < shownRanges[i].End && occurrence.End > shownRanges[i].Start)
                return true;
        }

        return false;
    }

    private static ulong Count(Span<int> counts, ulong words)
    {
        for (var remaining = words; remaining != 0; remaining &= remaining - 1)
            counts[BitOperations.TrailingZeroCount(remaining)]++;
        return words;
    }

    /// <summary>Decrements the counts of words. Returns the words whose count is now 0.</summary>
    private static ulong Uncount(Span<int> counts, ulong words)
    {
        ulong gone = 0;
        for (var remaining = words; remaining != 0; remaining &= remaining - 1)
        {
            if (--counts[BitOperations.TrailingZeroCount(remaining)] == 0)
                gone |= remaining & ~(remaining - 1);
        }

        return gone;
    }

    private static bool IsRepeated(ReadOnlySpan<int> counts, ulong words)
    {
        for (var remaining = words; remaining != 0; remaining &= remaining - 1)
        {
            if (counts[BitOperations.TrailingZeroCount(remaining)] < 2)
                return false;
        }

        return true;
    }

    /// <summary>Returns the gain of the distinct words. All other components only break ties.</summary>
    private static double GainOf(ulong words, HighlightQuery query, ulong shown)
    {
        var gain = 0.0;
        for (var remaining = words; remaining != 0; remaining &= remaining - 1)
        {
            var word = BitOperations.TrailingZeroCount(remaining);
            gain += query.GainOf(word) * ((shown & 1UL << word) != 0 ? PassageScores.RepeatedWordGain : 1);
        }

        return gain;
    }

    /// <summary>Returns a bonus for repeated words and for words close together: at most half the minimum gain of a content word.</summary>
    private static double DensityBonus(int occurrences, double share) =>
        PassageScores.FrequencyBonus * (1 - 1.0 / occurrences) + PassageScores.ClosenessBonus * (1 - Math.Min(share, 1));

    /// <summary>Returns a bonus for an early place, which represents the talk better.</summary>
    private static double EarlyBonus(int start) => 1 / Math.Log(PassageScores.EarlyPivot + start);
}
