using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Divides the vocabulary into blocks of similar size. A frequent word is a block of its own, so that its neighbours stay
/// small.</summary>
internal static class WordBlocks
{
    /// <summary>Prefix of the entries for initials. It sorts before every word.</summary>
    public const char Initial = '\u0001';

    /// <summary>Size of a block in bytes, uncompressed; about half of that is transferred. At least doubled in an index that would have too
    /// many blocks.</summary>
    private const int LeastSize = 6_000;

    private const int MostBlocks = 600;

    /// <summary>Above half of the size, one word in eight ends the block before it.</summary>
    private const int EndingWords = 8;

    private static readonly int Speaker = Array.FindIndex(TextField.All, field => field.Flag == FieldSet.Speaker);

    /// <summary>Makes the blocks.</summary>
    /// <param name="contents">The contents of the index.</param>
    /// <param name="addressOf">Returns where a name of a facet leads, relative to the output folder.</param>
    public static IReadOnlyList<WordBlock> Make(IndexContents contents, Func<Facet, string, string> addressOf)
    {
        var names = new CompletedNames(contents, addressOf);
        var countsOfNames = contents.Words.Where(IsName).ToDictionary(word => word.Word, CountOfName, StringComparer.Ordinal);
        var words = Initials(contents.Words).Concat(contents.Words).ToList();
        var sizes = words.ConvertAll(word => Single(word).Length);
        var size = LeastSize;
        while ((long)size * MostBlocks < sizes.Sum(length => (long)length))
            size *= 2;
        var blocks = new List<WordBlock>();
        for (var i = 0; i < words.Count; i++)
        {
            var isFrequent = sizes[i] >= size / 2 || (i > 0 && sizes[i - 1] >= size / 2);
            if (blocks.Count == 0 || isFrequent || IsEnd(blocks[^1].Length, size, words[i].Word))
                blocks.Add(new WordBlock());
            blocks[^1].Add(words[i], NamesOf(words[i]), contents.Lengths);
        }

        return blocks;

        WordBlock Single(IndexedWord word)
        {
            var block = new WordBlock();
            block.Add(word, NamesOf(word), contents.Lengths);
            return block;
        }

        // The weight of an initial depends on the most frequent name.
        IReadOnlyList<CompletedName> NamesOf(IndexedWord word) =>
            word.Word[0] == Initial ? [new(CompletedName.OfInitial, word.Forms.Max(name => countsOfNames[name]), "")]
            : names.With(word.Word);
    }

    /// <summary>Returns an entry per initial with the postings of all names that begin with it, so that "R Jones" does not need all words
    /// with R.</summary>
    private static IEnumerable<IndexedWord> Initials(IReadOnlyList<IndexedWord> words)
    {
        return words.Where(word => word.Word.Length > 1 && char.IsLetter(word.Word[0]) && IsName(word))
            .GroupBy(word => word.Word[0])
            .Select(group => new IndexedWord($"{Initial}{group.Key}", [Merged(group)], [.. group.Select(word => word.Word)]))
            .OrderBy(word => word.Word, StringComparer.Ordinal);

        IndexedField Merged(IEnumerable<IndexedWord> group) => new(Speaker,
            [.. group.SelectMany(word => word.Fields).Where(field => field.Field == Speaker).SelectMany(field => field.Postings)
                .GroupBy(posting => posting.Doc).OrderBy(doc => doc.Key)
                .Select(doc => new IndexedPosting(doc.Key, [.. doc.SelectMany(posting => posting.Positions).Order()]))]);
    }

    /// <summary>Returns whether a block ends before a word. This depends on the word and not on the exact size, so that a changed post
    /// moves the end of few blocks.</summary>
    private static bool IsEnd(int length, int size, string word) =>
        length >= 2 * size || (length >= size / 2 && word.Aggregate(17, static (hash, c) => unchecked((hash * 31) + c)) % EndingWords == 0);

    private static bool IsName(IndexedWord word) => word.Fields.Any(field => field.Field == Speaker);

    private static int CountOfName(IndexedWord word) => word.Fields.First(field => field.Field == Speaker).Postings.Count;
}
