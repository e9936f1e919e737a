using System.Collections.Concurrent;
using System.Numerics;
using Lucene.Net.Index;

namespace SearchNotes.Querying.Matching;

/// <summary>All words of a snapshot in memory, sorted, for prefixes and typos. Words are loaded by first letter when first needed, because
/// a single search on the command line needs only one or two letters. Thread-safe.</summary>
/// <param name="readLetters">Reads the section keys of all words, in order.</param>
/// <param name="readSection">Reads the words of one section.</param>
internal sealed class Vocabulary(Func<char[]> readLetters, Func<char, VocabularySection> readSection)
{
    private readonly ConcurrentDictionary<char, VocabularySection> sections = new();
    private readonly Lazy<char[]> letters = new(readLetters);

    /// <summary>Creates the vocabulary of the segments of an index.</summary>
    public Vocabulary(IReadOnlyList<AtomicReaderContext> leaves)
        : this(() => VocabularySection.Letters(leaves), letter => VocabularySection.Read(leaves, letter))
    {
    }

    /// <summary>Loads all words.</summary>
    public void WarmUp()
    {
        foreach (var letter in letters.Value)
            Section(letter);
    }

    /// <summary>Returns the number of documents that contain a word, in the field where it is most frequent; 0 when there are
    /// none.</summary>
    public int Count(string word)
    {
        var section = Section(word);
        var at = section.From(word);
        return at < section.Words.Length && section.Words[at] == word ? section.Counts[at] : 0;
    }

    /// <summary>Returns whether any word begins with a prefix.</summary>
    public bool Begins(string prefix)
    {
        var section = Section(prefix);
        var at = section.From(prefix);
        return at < section.Words.Length && section.Words[at].StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>Returns words that begin with a prefix, without the prefix itself: the words of topics first, then the most frequent
    /// ones.</summary>
    public IReadOnlyList<VocabularyWord> Beginning(string prefix, int limit)
    {
        // Thousands of words may begin with two letters. The queue keeps only the best ones.
        var section = Section(prefix);
        var best = new PriorityQueue<int, (bool IsInTopic, int Count, int Order)>();
        for (var i = section.From(prefix); i < section.Words.Length && section.Words[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            if (section.Words[i].Length == prefix.Length)
                continue;
            var order = (section.IsInTopic[i], section.Counts[i], -i);
            if (best.Count < limit)
                best.Enqueue(i, order);
            else
                best.EnqueueDequeue(i, order);
        }

        var found = new VocabularyWord[best.Count];
        for (var rank = found.Length - 1; rank >= 0; rank--)
            found[rank] = section.Word(best.Dequeue(), 0);
        return found;
    }

    /// <summary>Returns all words that begin with a prefix, in order.</summary>
    public IEnumerable<string> All(string prefix)
    {
        var section = Section(prefix);
        for (var i = section.From(prefix); i < section.Words.Length && section.Words[i].StartsWith(prefix, StringComparison.Ordinal); i++)
            yield return section.Words[i];
    }

    /// <summary>Returns the most frequent words that contain a text, beyond the text itself.</summary>
    public IReadOnlyList<VocabularyWord> Containing(string part, int limit)
    {
        var found = new List<VocabularyWord>();
        var set = VocabularySection.LetterSet(part);
        foreach (var section in letters.Value.Select(Section))
        {
            for (var i = 0; i < section.Words.Length; i++)
            {
                if ((set & ~section.LetterSets[i]) == 0 && section.Words[i].Length > part.Length
                    && section.Words[i].Contains(part, StringComparison.Ordinal))
                {
                    found.Add(section.Word(i, 0));
                }
            }
        }

        return Best(found, limit);
    }

    /// <summary>Returns the words that have most groups of three letters in common with a word, most similar first.</summary>
    /// <param name="word">The word.</param>
    /// <param name="least">Minimum share of the groups that both words have in common, 0 to 1.</param>
    /// <param name="limit">Maximum number of words.</param>
    public IReadOnlyList<VocabularyWord> Similar(string word, float least, int limit)
    {
        var trigrams = new TrigramSet(word);
        var found = new List<(float Similarity, VocabularyWord Word)>();
        foreach (var section in letters.Value.Select(Section))
        {
            for (var i = 0; i < section.Words.Length; i++)
            {
                if (trigrams.SimilarityTo(section.Words[i], least) is var similarity && similarity >= least)
                    found.Add((similarity, section.Word(i, 0)));
            }
        }

        return [.. found.OrderByDescending(f => f.Similarity).ThenByDescending(f => f.Word.Count)
            .ThenBy(f => f.Word.Word, StringComparer.Ordinal).Take(limit).Select(f => f.Word)];
    }

    /// <summary>Returns the words of speakers' names that begin with a letter.</summary>
    public IEnumerable<string> Names(string letter)
    {
        var section = Section(letter);
        for (var i = 0; i < section.Words.Length; i++)
        {
            if (section.IsName[i] && section.Words[i].Length > 1)
                yield return section.Words[i];
        }
    }

    /// <summary>Returns the words of which the typed word may be a typo, nearest first, then those with its first letter, then most
    /// frequent first. Another first letter is considered for a word that occurs nowhere, or that nothing else is near to.</summary>
    /// <param name="word">The typed word.</param>
    /// <param name="limit">Maximum number of words.</param>
    public IReadOnlyList<VocabularyWord> Near(string word, int limit)
    {
        var edits = EditDistance.Allowed(word.Length);
        if (edits == 0)
            return [];

        // The first letter is rarely wrong, and words with the same first letter are only about a twentieth of all words.
        var found = new List<VocabularyWord>();
        var distance = new EditDistance(word);
        AddNear(Section(word), word, distance, edits, found);
        if (found.Count == 0 || Count(word) == 0)
        {
            foreach (var letter in letters.Value.Where(letter => letter != VocabularySection.KeyOf(word)))
                AddNear(Section(letter), word, distance, 1, found);
        }

        return Best(found, limit, word[0]);
    }

    /// <summary>Returns the words whose beginning is near the typed text, nearest first, then most frequent first.</summary>
    /// <param name="typed">The typed text. At most one edit is allowed, and none in the first letter.</param>
    /// <param name="limit">Maximum number of words.</param>
    public IReadOnlyList<VocabularyWord> BeginningNear(string typed, int limit)
    {
        if (EditDistance.Allowed(typed.Length) == 0)
            return [];
        var distance = new EditDistance(typed);
        var found = new List<VocabularyWord>();
        var section = Section(typed);
        for (var i = 0; i < section.Words.Length; i++)
        {
            if (section.Words[i].Length < typed.Length)
                continue;
            var d = distance.ToPrefix(section.Words[i], 1);
            if (d <= 1)
                found.Add(section.Word(i, d));
        }

        return Best(found, limit);
    }

    private VocabularySection Section(string word) => Section(VocabularySection.KeyOf(word));

    private VocabularySection Section(char letter) => sections.GetOrAdd(letter, readSection);

    private static void AddNear(VocabularySection section, string word, EditDistance distance, int edits, List<VocabularyWord> found)
    {
        // Comparing the letter sets, without touching the words themselves, rules out nearly all words.
        var set = VocabularySection.LetterSet(word);
        var sets = section.LetterSets;
        for (var i = 0; i < sets.Length; i++)
        {
            if (BitOperations.PopCount((uint)(sets[i] ^ set)) > 2 * edits)
                continue;
            var d = distance.To(section.Words[i], edits);
            if (d > 0 && d <= edits)
                found.Add(section.Word(i, d));
        }
    }

    private static List<VocabularyWord> Best(List<VocabularyWord> found, int limit, char first = '\0')
    {
        found.Sort((a, b) => (a.Edits, a.Word[0] != first, -a.Count).CompareTo((b.Edits, b.Word[0] != first, -b.Count)));
        return found.Count <= limit ? found : found.GetRange(0, limit);
    }
}
