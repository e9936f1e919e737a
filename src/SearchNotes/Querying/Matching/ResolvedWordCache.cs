namespace SearchNotes.Querying.Matching;

/// <summary>Cache of recently resolved words with their terms and postings. Entries depend only on the snapshot, and readers use the same
/// words in many queries. Thread-safe.</summary>
internal sealed class ResolvedWordCache
{
    /// <summary>Capacity of the cache in bytes.</summary>
    private const int MaxBytes = 32 << 20;

    /// <summary>Approximate size in bytes of a word, and of what it consists of, with the objects that each refers to.</summary>
    private const int WordBytes = 400, SequenceBytes = 300, TermBytes = 150, PostingBytes = 140;

    /// <summary>Longer words are not cached, because they rarely recur.</summary>
    private const int MaxCharacters = 64;

    private readonly BoundedCache<WordKey, QueryWord> words = new(MaxBytes);

    /// <summary>Returns a cached word, to be copied before use, or <see langword="null"/>.</summary>
    public QueryWord? Find(WordKey key) => words.TryGet(key, out var word) ? word : null;

    /// <summary>Adds a word to the cache. It must not be changed afterwards.</summary>
    public void Add(WordKey key, QueryWord word)
    {
        if (key.Typed.Length <= MaxCharacters)
            words.Add(key, word, SizeOf(word));
    }

    private static int SizeOf(QueryWord word)
    {
        var size = WordBytes + (SequenceBytes * word.Sequences.Count);
        foreach (var group in word.TermGroups)
        {
            foreach (var term in group.Terms)
                size += TermBytes + (PostingBytes * term.Postings.Count);
        }

        return size;
    }
}

/// <summary>Key of a resolved word.</summary>
/// <param name="Typed">The word as typed.</param>
/// <param name="Fields">The fields to search.</param>
/// <param name="Expansion">The expansion; <see langword="null"/> for a phrase.</param>
/// <param name="Run">The run that the text is a pair of; <see langword="null"/> for an ordinary word.</param>
internal readonly record struct WordKey(string Typed, FieldSet Fields, MatchExpansion? Expansion, string? Run = null);
