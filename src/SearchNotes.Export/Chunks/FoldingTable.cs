using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Letters and the letters that they fold to: ß → ss, ø → o, ς → σ. Outside the Latin alphabet, only letters that fold to a letter
/// of the index, or whose script occurs in the index.</summary>
internal static class FoldingTable
{
    private const char First = '\u0080';
    private const char FirstOther = '\u0250';
    private const char FirstEastAsian = '\u2E80';

    /// <summary>Returns each letter with what it folds to, separated by spaces; Latin letters in lower case only.</summary>
    /// <param name="words">The words of the index.</param>
    public static string Of(IReadOnlyList<IndexedWord> words)
    {
        var used = words.SelectMany(word => word.Word).Where(c => c >= FirstOther).ToHashSet();
        var blocks = used.Select(c => c >> 8).ToHashSet();
        var pairs = new List<string>();
        var folded = new char[16];
        for (var c = First; c < char.MaxValue; c++)
        {
            var isLatin = c < FirstOther;
            if (isLatin && (!char.IsLetter(c) || char.ToLowerInvariant(c) != c))
                continue;
            var length = 0;
            if (!isLatin && !ScriptLetters.TryFold(c, folded, out length))
                continue;
            if (isLatin)
                length = Folding.Fold([c], folded, out _);
            var to = folded.AsSpan(0, length).ToString();
            var isOfBlock = c < FirstEastAsian && blocks.Contains(c >> 8);
            if (isLatin ? to != c.ToString() : isOfBlock || (to.Length > 0 && to.All(used.Contains)))
                pairs.Add($"{c}{to}");
        }

        return string.Join(' ', pairs);
    }
}
