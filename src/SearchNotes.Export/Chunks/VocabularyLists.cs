using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Lists of the words without postings, by first letter, from which the engine corrects typos.</summary>
internal static class VocabularyLists
{
    /// <summary>Number of letters in a list, without those shared with the word before, from which the next letter begins a new
    /// list.</summary>
    private const int Size = 2_500;

    private const int Word = 0;
    private const int Documents = LetterCoder.Contexts;

    /// <summary>Minimum number of letters of a word that is offered as a correction.</summary>
    private const int MinCharacters = 3;

    /// <summary>Returns the lists: word and number of documents each.</summary>
    public static IReadOnlyList<(char First, Chunk Chunk)> Make(IReadOnlyList<IndexedWord> words)
    {
        var lists = new List<List<(string Word, int Count)>>();
        var letters = 0;
        var before = "";
        foreach (var word in Corrections(words))
        {
            if (lists.Count == 0 || (letters >= Size && before[0] != word.Word[0]))
            {
                lists.Add([]);
                letters = 0;
            }

            lists[^1].Add(word);
            letters += word.Word.Length - word.Word.AsSpan().CommonPrefixLength(before);
            before = word.Word;
        }

        return lists.ConvertAll(list => (list[0].Word[0], ListOf(list)));
    }

    private static Chunk ListOf(List<(string Word, int Count)> words)
    {
        var numbers = new NumberCoder();
        var (text, letters, before) = (new ChunkWriter(), new LetterCoder(numbers), "");
        foreach (var (word, count) in words)
        {
            letters.Add(Word, word, before);
            numbers.Number(Documents, count - 1);
            before = word;
        }

        text.Number(words.Count);
        text.Text(letters.Letters);
        return new(".l", text.ToArray(), numbers.ToArray());
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
