namespace SearchNotes;

/// <summary>How many letters were typed wrong: inserted, left out, replaced, or two neighbours swapped.</summary>
/// <remarks>Optimal string alignment distance; see Boytsov, "Indexing methods for approximate dictionary searching" (2011).</remarks>
internal sealed class EditDistance(string word)
{
    /// <summary>Longer words are identifiers or noise, never typing errors; the cost is quadratic.</summary>
    private const int LongestWord = 32;

    private int[] row = new int[LongestWord + 3];
    private int[] above = new int[LongestWord + 3];
    private int[] aboveThat = new int[LongestWord + 3];

    /// <summary>How many errors a word of this length may have: none below 4 letters, one below 8, else two; none above 32.</summary>
    public static int Allowed(int length) => length switch
    {
        < 4 or > LongestWord => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <summary>The distance to another word, or more than <paramref name="most"/> when it is farther than that.</summary>
    public int To(string other, int most) =>
        Math.Abs(other.Length - word.Length) > most || !Fill(other, most) ? most + 1 : above[other.Length];

    /// <summary>The distance to the beginning of another word that it is nearest to, or more than <paramref name="most"/>.</summary>
    public int ToBeginning(string other, int most)
    {
        var length = Math.Min(other.Length, word.Length + most);
        return Fill(other[..length], most) ? Least(above.AsSpan(0, length + 1)) : most + 1;
    }

    /// <summary>Compares letter by letter; the distances to each beginning of the other word are then in <see cref="above"/>.</summary>
    /// <returns>Whether any of them is small enough.</returns>
    private bool Fill(string other, int most)
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
                if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
                    d = Math.Min(d, aboveThat[j - 2] + 1);
                row[j] = d;
                least = Math.Min(least, d);
            }

            if (least > most)
                return false;
            (aboveThat, above, row) = (above, row, aboveThat);
        }

        return true;
    }

    private static int Least(ReadOnlySpan<int> distances)
    {
        var least = int.MaxValue;
        foreach (var distance in distances)
            least = Math.Min(least, distance);
        return least;
    }
}
