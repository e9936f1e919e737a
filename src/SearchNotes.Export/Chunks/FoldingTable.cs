using System.Text;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Export.Chunks;

/// <summary>The letters that fold to something else than the letter that remains without accents: ß → ss, ø → o.</summary>
internal static class FoldingTable
{
    /// <summary>Latin letters up to here are listed; rarer ones only where a word of the index or a text has them.</summary>
    private const char LastLatin = '\u024F';

    /// <summary>Returns pairs of a letter and what it folds to, separated by spaces.</summary>
    /// <param name="texts">The texts of the index.</param>
    public static string Of(IEnumerable<string> texts)
    {
        var letters = new SortedSet<char>();
        for (var c = '\u0080'; c <= LastLatin; c++)
            letters.Add(c);
        foreach (var text in texts)
        {
            foreach (var c in text)
            {
                if (c > LastLatin)
                    letters.Add(c);
            }
        }

        Span<char> into = stackalloc char[8];
        var pairs = new List<string>();
        foreach (var c in letters.Where(c => !char.IsSurrogate(c) && char.IsLetterOrDigit(c)))
        {
            var folded = into[..Folding.Fold([c], into, out _)].ToString();
            if (folded != WithoutAccents(c))
                pairs.Add($"{c}{folded}");
        }

        return string.Join(' ', pairs);
    }

    private static string WithoutAccents(char c) =>
        string.Concat(c.ToString().Normalize(NormalizationForm.FormKD).Where(part => part is not (>= '\u0300' and <= '\u036F')))
            .ToLowerInvariant();
}
