using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Export.Chunks;

/// <summary>What Latin letters fold to: ß → ss, ø → o. The engine folds rarer letters by their Unicode decomposition.</summary>
internal static class FoldingTable
{
    private const char First = '\u0080';
    private const char Last = '\u024F';

    /// <summary>Returns each lower-case letter with what it folds to, separated by spaces.</summary>
    public static string Make()
    {
        var pairs = new List<string>();
        var folded = new char[8];
        for (var c = First; c <= Last; c++)
        {
            if (!char.IsLetter(c) || char.ToLowerInvariant(c) != c)
                continue;
            var to = folded.AsSpan(0, Folding.Fold([c], folded, out _));
            if (to is not [var only] || only != c)
                pairs.Add($"{c}{to}");
        }

        return string.Join(' ', pairs);
    }
}
