using System.Numerics;

namespace SearchNotes.Highlighting;

/// <summary>A group of neighbouring occurrences that one passage can show.</summary>
/// <param name="First">Index of the first occurrence.</param>
/// <param name="Last">Index of the last one.</param>
/// <param name="Words">The words they show, as bits.</param>
/// <param name="Score">What showing them is worth; 0 when there is nothing to show.</param>
internal readonly record struct Window(int First, int Last, ulong Words, double Score)
{
    /// <summary>What a word adds that an earlier passage shows already.</summary>
    private const double RepeatedWordGain = 0.25;

    /// <summary>The best window of a text.</summary>
    /// <param name="occurrences">What stands in the text, by start.</param>
    /// <param name="wanted">What the words gain.</param>
    /// <param name="shown">Words that other passages show already.</param>
    /// <param name="offset">How many characters of the talk stand before the text.</param>
    /// <param name="taken">Parts of the text that other passages show.</param>
    /// <param name="maxSpan">How far apart the first and the last occurrence may stand, in characters.</param>
    public static Window Best(
        ReadOnlySpan<Occurrence> occurrences, HighlightQuery wanted, ulong shown, int offset, IReadOnlyList<(int Start, int End)> taken,
        int maxSpan)
    {
        Span<int> counts = stackalloc int[HighlightQuery.MaxWords];
        counts.Clear();
        var best = default(Window);
        ulong words = 0;
        // From `reach` on everything lies within the span; from `first` on nothing only repeats what follows.
        var (reach, first) = (0, 0);
        for (var last = 0; last < occurrences.Length; last++)
        {
            if (IsTaken(occurrences[last], taken))
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
            var score = Worth(words, wanted, shown) + Density(last - reach + 1, (double)span / maxSpan)
                + Place(offset + occurrences[first].Start);
            if (score > best.Score)
                best = new(first, last, words, score);
        }

        return best;
    }

    private static bool IsTaken(Occurrence occurrence, IReadOnlyList<(int Start, int End)> taken)
    {
        for (var i = 0; i < taken.Count; i++)
        {
            if (occurrence.Start < taken[i].End && occurrence.End > taken[i].Start)
                return true;
        }

        return false;
    }

    private static ulong Count(Span<int> counts, ulong words)
    {
        for (var rest = words; rest != 0; rest &= rest - 1)
            counts[BitOperations.TrailingZeroCount(rest)]++;
        return words;
    }

    /// <summary>Takes words away; returns those that are gone.</summary>
    private static ulong Uncount(Span<int> counts, ulong words)
    {
        ulong gone = 0;
        for (var rest = words; rest != 0; rest &= rest - 1)
        {
            if (--counts[BitOperations.TrailingZeroCount(rest)] == 0)
                gone |= rest & ~(rest - 1);
        }

        return gone;
    }

    private static bool IsRepeated(ReadOnlySpan<int> counts, ulong words)
    {
        for (var rest = words; rest != 0; rest &= rest - 1)
        {
            if (counts[BitOperations.TrailingZeroCount(rest)] < 2)
                return false;
        }

        return true;
    }

    /// <summary>Distinct words alone count; all else only decides between equals.</summary>
    private static double Worth(ulong words, HighlightQuery wanted, ulong shown)
    {
        var worth = 0.0;
        for (var rest = words; rest != 0; rest &= rest - 1)
        {
            var word = BitOperations.TrailingZeroCount(rest);
            worth += wanted.GainOf(word) * ((shown & 1UL << word) != 0 ? RepeatedWordGain : 1);
        }

        return worth;
    }

    /// <summary>Words side by side, and words that come again: together at most half of what a further word adds.</summary>
    private static double Density(int occurrences, double share) => 0.25 * (1 - 1.0 / occurrences) + 0.25 * (1 - Math.Min(share, 1));

    /// <summary>What stands early in a talk tells more of it: 0.22 at its beginning, 0.12 after 5,000 characters. The curve
    /// is that of Lucene's unified highlighter.</summary>
    private static double Place(int start) => 1 / Math.Log(87 + start);
}
