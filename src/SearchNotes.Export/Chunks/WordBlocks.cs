using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Divides the vocabulary into blocks of similar size. A frequent word is a block of its own, so that its neighbours stay
/// cheap.</summary>
internal static class WordBlocks
{
    /// <summary>Begins the entries for initials, and sorts before every word.</summary>
    public const char Initial = '\u0001';

    /// <summary>Sizes in bytes, uncompressed: about half of that is transferred.</summary>
    private const int LeastSize = 6_000;

    private const int MostBlocks = 600;

    /// <summary>Makes the blocks.</summary>
    public static IReadOnlyList<WordBlock> Make(IndexContents contents)
    {
        var names = new CompletedNames(contents.Facets);
        var words = Initials(contents.Words).Concat(contents.Words).ToList();
        var sizes = words.ConvertAll(word => Single(word).Length);
        var size = Math.Max(LeastSize, sizes.Sum() / MostBlocks);
        var blocks = new List<WordBlock>();
        for (var i = 0; i < words.Count; i++)
        {
            if (blocks.Count == 0 || blocks[^1].Length >= size || sizes[i] >= size / 2)
                blocks.Add(new WordBlock());
            blocks[^1].Add(words[i], names.With(words[i].Word), contents.Lengths);
        }

        return blocks;

        WordBlock Single(IndexedWord word)
        {
            var block = new WordBlock();
            block.Add(word, names.With(word.Word), contents.Lengths);
            return block;
        }
    }

    /// <summary>Returns an entry per initial with the postings of all names that begin with it, so that "R Jones" does not need all words
    /// with R.</summary>
    private static IEnumerable<IndexedWord> Initials(IReadOnlyList<IndexedWord> words)
    {
        var speaker = Array.FindIndex(TextField.All, field => field.Flag == FieldSet.Speaker);
        return words.Where(word => word.Word.Length > 1 && char.IsLetter(word.Word[0]) && word.Fields.Any(field => field.Field == speaker))
            .GroupBy(word => word.Word[0])
            .Select(group => new IndexedWord($"{Initial}{group.Key}", [Merged(group)], [.. group.Select(word => word.Word)]))
            .OrderBy(word => word.Word, StringComparer.Ordinal);

        IndexedField Merged(IEnumerable<IndexedWord> group) => new(speaker,
            [.. group.SelectMany(word => word.Fields).Where(field => field.Field == speaker).SelectMany(field => field.Postings)
                .GroupBy(posting => posting.Doc).OrderBy(doc => doc.Key)
                .Select(doc => new IndexedPosting(doc.Key, [.. doc.SelectMany(posting => posting.Positions).Order()]))]);
    }
}
