using System.Numerics;
using System.Text;
using SearchNotes.Indexing;

namespace SearchNotes.Export.Chunks;

/// <summary>Chooses the words with which every file of talks is compressed in a large index. A file that contains one of them refers to
/// it.</summary>
internal static class SharedText
{
    /// <summary>Number of documents from which the words pay for themselves.</summary>
    private const int MinDocuments = 1_000;

    /// <summary>Maximum size in bytes. A reference reaches back 32 KiB, and the file itself stands between.</summary>
    private const int MaxBytes = 30_000;

    private const int MinLetters = 3;

    /// <summary>Returns the words, each after a space; empty for a small index.</summary>
    /// <param name="talks">The documents in their order, the oldest first.</param>
    /// <remarks>
    /// The words are those that at least three or more of the oldest 1,024, 2,048, 4,096 … documents contain. A new or changed post therefore
    /// rarely changes them, and with them all files of talks. The most frequent words come last, because a reference to what is near is
    /// shorter. Words that are about as frequent are sorted: the list itself is smaller then.
    /// </remarks>
    public static byte[] Of(IReadOnlyList<StoredTalk> talks)
    {
        if (talks.Count < MinDocuments)
            return [];
        var oldest = talks.Take((int)BitOperations.RoundUpToPowerOf2((uint)talks.Count + 1) / 2);
        var counts = oldest.SelectMany(WordsOf).CountBy(word => word, StringComparer.Ordinal).ToList();
        for (var least = 3; ; least++)
        {
            var words = counts.Where(word => word.Value >= least)
                .OrderBy(word => BitOperations.Log2((uint)word.Value)).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key);
            var text = Encoding.UTF8.GetBytes(string.Concat(words));
            if (text.Length <= MaxBytes)
                return text;
        }
    }

    private static IEnumerable<string> WordsOf(StoredTalk talk) =>
        talk.Talk.Passages.SelectMany(passage => WordsOf(passage.Text)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> WordsOf(string text)
    {
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = text.IndexOf(' ', space + 1))
        {
            var end = space + 1;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end - space > MinLetters)
                yield return text[space..end];
        }
    }
}
