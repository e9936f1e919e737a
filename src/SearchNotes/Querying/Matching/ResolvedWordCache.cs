using System.Collections.Concurrent;

namespace SearchNotes.Querying.Matching;

/// <summary>What words became when they were looked up lately: their other forms, what they begin, what they were meant to be,
/// and where all of that stands. It depends on nothing but the snapshot, and readers ask for the same words in ever new queries.</summary>
internal sealed class ResolvedWordCache
{
    /// <summary>Most postings of all words together, at some 150 bytes each.</summary>
    private const int MaxPostings = 60_000;

    /// <summary>Longer texts are not asked for twice.</summary>
    private const int MaxCharacters = 64;

    private readonly ConcurrentDictionary<WordKey, QueryWord> words = new();
    private int postings;

    /// <summary>A word as it was found before, to be numbered anew.</summary>
    public QueryWord? Find(WordKey key) => words.GetValueOrDefault(key);

    /// <summary>Keeps a word. Nobody may change it after that.</summary>
    public void Keep(WordKey key, QueryWord word)
    {
        if (key.Typed.Length > MaxCharacters)
            return;
        var size = SizeOf(word);
        if (Interlocked.Add(ref postings, size) > MaxPostings)
        {
            // Starting again is cheaper than keeping an order of use.
            words.Clear();
            Interlocked.Exchange(ref postings, size);
        }

        words[key] = word;
    }

    /// <summary>A word found nowhere has a size as well, or a million of them would count for nothing.</summary>
    private static int SizeOf(QueryWord word)
    {
        var size = 4 + word.Sequences.Count;
        foreach (var level in word.TermGroups)
        {
            foreach (var term in level.Terms)
                size += 1 + term.Postings.Count;
        }

        return size;
    }
}

/// <summary>What a word was looked up by.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Fields">Where.</param>
/// <param name="Expansion">How far from it; <see langword="null"/> for a phrase.</param>
internal readonly record struct WordKey(string Typed, FieldSet Fields, MatchExpansion? Expansion);
