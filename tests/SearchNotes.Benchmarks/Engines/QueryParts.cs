namespace SearchNotes.Benchmarks.Engines;

/// <summary>Reads a query for engines that bring no reader which forgives everything.</summary>
internal static class QueryParts
{
    /// <summary>The parts of a query, all of which must match; the words of a part stand side by side.</summary>
    /// <remarks><c>linear "support vector" q.enqueue</c> → linear | support vector | q enqueue</remarks>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string query)
    {
        var parts = new List<IReadOnlyList<string>>();
        var quoted = query.Split('"');
        for (var i = 0; i < quoted.Length; i++)
        {
            foreach (var piece in i % 2 == 1 ? [quoted[i]] : quoted[i].Split(' '))
            {
                var words = Words(piece);
                if (words.Count > 0)
                    parts.Add(words);
            }
        }

        return parts;
    }

    private static List<string> Words(string piece)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= piece.Length; i++)
        {
            if (i < piece.Length && (char.IsLetterOrDigit(piece[i]) || piece[i] == '_'))
                continue;
            if (i > start)
                words.Add(piece[start..i]);
            start = i + 1;
        }

        return words;
    }
}
