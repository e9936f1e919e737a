namespace SearchNotes.Querying.Matching;

/// <summary>Cache of recently resolved words with their terms and postings. Entries depend only on the snapshot, and readers use the same
/// words in many queries. Thread-safe.</summary>
internal sealed class ResolvedWordCache
{
    /// <summary>Capacity of the cache in postings of all words, at about 150 bytes each.</summary>
    private const int MaxPostings = 60_000;

    /// <summary>Longer words are not cached, because they rarely recur.</summary>
    private const int MaxCharacters = 64;

    private readonly BoundedCache<WordKey, QueryWord> words = new(MaxPostings);

    /// <summary>Returns a cached word, to be copied before use, or <see langword="null"/>.</summary>
    public QueryWord? Find(WordKey key) => words.TryGet(key, out var word) ? word : null;

    /// <summary>Adds a word to the cache. It must not be changed afterwards.</summary>
    public void Add(WordKey key, QueryWord word)
    {
        if (key.Typed.Length <= MaxCharacters)
            words.Add(key, word, SizeOf(word));
    }

    /// <summary>Returns the size of an entry. Words without postings have a size as well; otherwise a million of them would not
    /// count.</summary>
    private static int SizeOf(QueryWord word)
    {
        var size = 4 + word.Sequences.Count;
        foreach (var group in word.TermGroups)
        {
            foreach (var term in group.Terms)
                size += 1 + term.Postings.Count;
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
