using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Lists of the words without postings, from which the engine corrects typos: by first letter, and by second letter for a wrong
/// first one.</summary>
internal static class VocabularyLists
{
    /// <summary>Size of a list in bytes, uncompressed, from which the next letter begins a new list.</summary>
    private const int Size = 4_000;

    /// <summary>Minimum number of letters of a word that is offered as a correction.</summary>
    private const int MinCharacters = 3;

    /// <summary>Returns the lists of words by first letter: word and number of documents each.</summary>
    public static IReadOnlyList<(char First, byte[] Content)> ByFirst(IReadOnlyList<IndexedWord> words) =>
        Make(Corrections(words), static (list, before, word) => list.Text(word.Word, before));

    /// <summary>Returns the lists of words without their first letter, by that rest: the rest, the letter and number of documents
    /// each.</summary>
    public static IReadOnlyList<(char First, byte[] Content)> BySecond(IReadOnlyList<IndexedWord> words) =>
        Make(Corrections(words).Where(word => !char.IsSurrogate(word.Word[0]))
            .Select(word => (Word: word.Word[1..], word.Count, First: word.Word[..1])).OrderBy(word => word.Word, StringComparer.Ordinal)
            .ThenBy(word => word.First, StringComparer.Ordinal), static (list, before, word) =>
            {
                list.Text(word.Word, before);
                list.Text(word.First);
            });

    private static IEnumerable<(string Word, int Count, string First)> Corrections(IReadOnlyList<IndexedWord> words) =>
        from word in words
        where word.Word.Length >= MinCharacters
        let count = word.Fields.Where(field => (TextField.All[field.Field].Flag & FieldSet.Default) != 0)
            .Select(field => field.Postings.Count).DefaultIfEmpty().Max()
        where count > 0
        select (word.Word, count, "");

    private static List<(char First, byte[] Content)> Make(IEnumerable<(string Word, int Count, string First)> words,
        Action<ChunkWriter, string, (string Word, int Count, string First)> write)
    {
        var lists = new List<(char First, ChunkWriter List)>();
        var before = "";
        foreach (var word in words)
        {
            if (lists.Count == 0 || (lists[^1].List.Length >= Size && before[0] != word.Word[0]))
            {
                lists.Add((word.Word[0], new ChunkWriter()));
                before = "";
            }

            write(lists[^1].List, before, word);
            lists[^1].List.Number(word.Count);
            before = word.Word;
        }

        return lists.ConvertAll(list => (list.First, list.List.ToArray()));
    }
}
