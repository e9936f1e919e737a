using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Lists of the words without postings, by first letter, from which the engine corrects typos.</summary>
internal static class VocabularyLists
{
    /// <summary>Size of a list in bytes, uncompressed, from which the next letter begins a new list.</summary>
    private const int Size = 4_000;

    /// <summary>Minimum number of letters of a word that is offered as a correction.</summary>
    private const int MinCharacters = 3;

    /// <summary>Returns the lists: word and number of documents each.</summary>
    public static IReadOnlyList<(char First, byte[] Content)> Make(IReadOnlyList<IndexedWord> words)
    {
        var lists = new List<(char First, ChunkWriter List)>();
        var before = "";
        foreach (var (word, count) in Corrections(words))
        {
            if (lists.Count == 0 || (lists[^1].List.Length >= Size && before[0] != word[0]))
            {
                lists.Add((word[0], new ChunkWriter()));
                before = "";
            }

            lists[^1].List.Text(word, before);
            lists[^1].List.Number(count);
            before = word;
        }

        return lists.ConvertAll(list => (list.First, list.List.ToArray()));
    }

    /// <summary>Returns the words that are offered as corrections, with their number of documents.</summary>
    public static IEnumerable<(string Word, int Count)> Corrections(IReadOnlyList<IndexedWord> words) =>
        from word in words
        where word.Word.Length >= MinCharacters
        let count = word.Fields.Where(field => (TextField.All[field.Field].Flag & FieldSet.Default) != 0)
            .Select(field => field.Postings.Count).DefaultIfEmpty().Max()
        where count > 0
        select (word.Word, count);
}
