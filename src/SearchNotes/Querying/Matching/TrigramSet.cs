namespace SearchNotes.Querying.Matching;

/// <summary>The groups of three letters of a word, its beginning included.</summary>
internal sealed class TrigramSet
{
    private readonly HashSet<ulong> trigrams;

    /// <summary>Reads a word.</summary>
    public TrigramSet(string word) => trigrams = [.. Of(word)];

    /// <summary>Returns the share of groups that both words have in common, relative to the word with more groups; 0 when the lengths alone
    /// rule out the minimum.</summary>
    public float SimilarityTo(string word, float least)
    {
        var most = Math.Max(trigrams.Count, word.Length - 1);
        if (Math.Min(trigrams.Count, word.Length - 1) < least * most)
            return 0f;
        var common = 0;
        var last = (ulong)word[0];
        for (var i = 1; i < word.Length; i++)
        {
            last = Next(last, word[i]);
            if (trigrams.Contains(last))
                common++;
        }

        return (float)common / most;
    }

    private static IEnumerable<ulong> Of(string word)
    {
        var last = (ulong)word[0];
        foreach (var c in word.Skip(1))
            yield return last = Next(last, c);
    }

    private static ulong Next(ulong last, char c) => ((last << 16) | c) & 0xFFFF_FFFF_FFFF;
}
