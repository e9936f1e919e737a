using System.Collections.Concurrent;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Matching;

/// <summary>Finds words derived from the same root: navigation → navigate, navigator. Two words are derived from the same root when
/// Porter's algorithm gives them the same stem, which the dictionary of <see cref="WordForms"/> keeps apart. Thread-safe.</summary>
internal sealed class Derivations(Vocabulary vocabulary)
{
    /// <summary>Minimum length of a stem, in characters. Shorter stems join unrelated words.</summary>
    private const int MinStemCharacters = 4;

    /// <summary>Maximum number of derived words.</summary>
    private const int MaxDerived = 20;

    private readonly Stemmer stemmer = Stemmer.Porter();
    private readonly ConcurrentDictionary<string, string[]> cache = new(StringComparer.Ordinal);

    /// <summary>Returns the derived words that occur in the index, without the word itself.</summary>
    public IReadOnlyList<string> Of(string word)
    {
        if (cache.Count > 20_000)
            cache.Clear();
        return cache.GetOrAdd(word, Read);
    }

    private string[] Read(string word)
    {
        // Stemming changes only the last letter of a stem, as in happi for happy.
        lock (stemmer)
        {
            var stem = stemmer.Stem(word);
            if (stem.Length < MinStemCharacters || !word.All(char.IsAsciiLetterLower))
                return [];
            return [.. vocabulary.All(stem[..^1]).Where(other => other != word && stemmer.Stem(other) == stem).Take(MaxDerived)];
        }
    }
}
