namespace SearchNotes;

/// <summary>Edit distance between words. Insertion, deletion, substitution and transposition of neighbouring letters cost 1
/// each.</summary>
/// <remarks>Optimal string alignment distance; see Boytsov, "Indexing methods for approximate dictionary searching" (2011).</remarks>
internal sealed class EditDistance(string word)
{
    /// <summary>Maximum word length. Longer words are identifiers or noise rather than typos, and the cost is quadratic.</summary>
    private const int MaxWordLength = 32;

    private int[] row = new int[MaxWordLength + 3];
    private int[] above = new int[MaxWordLength + 3];
    private int[] twoAbove = new int[MaxWordLength + 3];

    /// <summary>Returns the number of errors that a word of this length may have: 0 below 4 letters, 1 below 8, 2 up to 32, 0
    /// above.</summary>
    public static int Allowed(int length) => length switch
    {
        < 4 or > MaxWordLength => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <summary>Returns the distance to another word, or <paramref name="maxDistance"/> + 1 if the distance is greater than that.</summary>
    public int To(string other, int maxDistance) =>
        Math.Abs(other.Length - word.Length) > maxDistance || !Fill(other, maxDistance) ? maxDistance + 1 : above[other.Length];

    /// <summary>Returns the smallest distance to any prefix of another word, or <paramref name="maxDistance"/> + 1 if all are greater than
    /// that.</summary>
    public int ToPrefix(string other, int maxDistance)
    {
        var length = Math.Min(other.Length, word.Length + maxDistance);
        return Fill(other[..length], maxDistance) ? Min(above.AsSpan(0, length + 1)) : maxDistance + 1;
    }

    /// <summary>Fills <see cref="above"/> with the distances to each prefix of the other word.</summary>
    /// <returns>Whether the distance can still be within <paramref name="maxDistance"/>.</returns>
    private bool Fill(string other, int maxDistance)
    {
        for (var j = 0; j <= other.Length; j++)
            above[j] = j;
        for (var i = 1; i <= word.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = word[i - 1] == other[j - 1] ? 0 : 1;
                var d = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && (word[i - 1], word[i - 2]) == (other[j - 2], other[j - 1]))
                    d = Math.Min(d, twoAbove[j - 2] + 1);
                row[j] = d;
                least = Math.Min(least, d);
            }

            if (least > maxDistance)
                return false;
            (twoAbove, above, row) = (above, row, twoAbove);
        }

        return true;
    }

    private static int Min(ReadOnlySpan<int> distances)
    {
        var least = int.MaxValue;
        foreach (var distance in distances)
            least = Math.Min(least, distance);
        return least;
    }
}
