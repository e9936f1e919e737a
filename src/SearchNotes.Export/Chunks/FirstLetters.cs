using System.Numerics;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Lists of the first letters of words by a hash of what follows, from which the engine corrects a wrong or missing first letter.
/// It looks up whether the word exists: another one may have the same hash.</summary>
internal static class FirstLetters
{
    private const int HashBits = 20;

    /// <summary>Maximum number of words in a list, in the mean.</summary>
    private const int MaxWords = 4_000;

    private const int Distance = 0;
    private const int Letter = 1;

    /// <summary>Returns the lists, a power of two of them: the letters, then for each word the distance of its hash from the one before
    /// and the index of its letter.</summary>
    public static IReadOnlyList<Chunk> Make(IReadOnlyList<IndexedWord> words)
    {
        var found = VocabularyLists.Corrections(words).Select(word => word.Word).Where(word => !char.IsSurrogate(word[0]))
            .Select(word => (Hash: HashOf(word.AsSpan(1)), Letter: word[0])).Order().ToArray();
        var letters = string.Concat(found.CountBy(word => word.Letter)
            .OrderByDescending(letter => letter.Value).ThenBy(letter => letter.Key).Select(letter => letter.Key));
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, found.Length / MaxWords)));
        return [.. Enumerable.Range(0, 1 << bits).Select(list =>
            ListOf(found.Where(word => word.Hash >> (HashBits - bits) == list), letters, list << (HashBits - bits)))];
    }

    private static Chunk ListOf(IEnumerable<(int Hash, char Letter)> words, string letters, int before)
    {
        var (text, coded, count) = (new ChunkWriter(), new NumberCoder(), 0);
        foreach (var (hash, letter) in words)
        {
            coded.Number(Distance, hash - before);
            coded.Number(Letter, letters.IndexOf(letter, StringComparison.Ordinal));
            before = hash;
            count++;
        }

        text.Text(letters);
        text.Number(count);
        return new(".r", text.ToArray(), coded.ToArray());
    }

    /// <summary>Returns the first bits of the 32-bit FNV-1a hash of the UTF-16 code units.</summary>
    private static int HashOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return (int)(hash >> (32 - HashBits));
    }
}
