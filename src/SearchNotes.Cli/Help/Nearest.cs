namespace SearchNotes.Cli.Help;

/// <summary>Suggests the intended word for a typo.</summary>
internal static class Nearest
{
    /// <summary>Returns the closest known word, at most two edits and half the typed length away, or <see langword="null"/>.</summary>
    public static string? To(string typed, IEnumerable<string> known) => known
        .Select(word => (Word: word, Edits: Edits(typed, word)))
        .Where(pair => pair.Edits <= Math.Min(2, typed.Length / 2))
        .OrderBy(pair => pair.Edits)
        .Select(pair => pair.Word)
        .FirstOrDefault();

    /// <summary>Returns the Levenshtein distance of two words.</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
