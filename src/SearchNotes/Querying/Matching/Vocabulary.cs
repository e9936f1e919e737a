using System.Collections.Concurrent;
using System.Numerics;
using Lucene.Net.Index;

namespace SearchNotes.Querying.Matching;

/// <summary>All words of a snapshot in order, in memory: for prefixes and typing errors. Words that begin with a letter are
/// read when the first of them is needed: a single search on the command line needs one or two letters.</summary>
internal sealed class Vocabulary(IReadOnlyList<AtomicReaderContext> leaves)
{
    private readonly ConcurrentDictionary<char, VocabularySection> sections = new();
    private readonly Lazy<char[]> letters = new(() => VocabularySection.Letters(leaves));

    /// <summary>Reads all of it.</summary>
    public void WarmUp()
    {
        foreach (var letter in letters.Value)
            Section(letter);
    }

    /// <summary>In how many documents a word stands, in the field that has it most often; 0 when nowhere.</summary>
    public int Count(string word)
    {
        var section = Section(word);
        var at = section.From(word);
        return at < section.Words.Length && section.Words[at] == word ? section.Counts[at] : 0;
    }

    /// <summary>Whether any word begins so.</summary>
    public bool Begins(string prefix)
    {
        var section = Section(prefix);
        var at = section.From(prefix);
        return at < section.Words.Length && section.Words[at].StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>The most frequent words that begin so, the prefix itself left out.</summary>
    public IReadOnlyList<VocabularyWord> Beginning(string prefix, int most)
    {
        // Two letters may begin thousands of words; the rarest of the best so far leaves when a better one comes.
        var section = Section(prefix);
        var best = new PriorityQueue<int, (int Count, int Order)>();
        for (var i = section.From(prefix); i < section.Words.Length && section.Words[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            if (section.Words[i].Length == prefix.Length)
                continue;
            if (best.Count < most)
                best.Enqueue(i, (section.Counts[i], -i));
            else if (section.Counts[i] > section.Counts[best.Peek()])
                best.EnqueueDequeue(i, (section.Counts[i], -i));
        }

        var found = new VocabularyWord[best.Count];
        for (var rank = found.Length - 1; rank >= 0; rank--)
            found[rank] = section.Word(best.Dequeue(), 0);
        return found;
    }

    /// <summary>Words of speakers' names that begin with a letter.</summary>
    public IEnumerable<string> Names(string letter)
    {
        var section = Section(letter);
        for (var i = 0; i < section.Words.Length; i++)
        {
            if (section.IsName[i] && section.Words[i].Length > 1)
                yield return section.Words[i];
        }
    }

    /// <summary>Words that a typing error could have made of this one, nearest first, then most frequent.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<VocabularyWord> Near(string word, int most)
    {
        var edits = EditDistance.Allowed(word.Length);
        if (edits == 0)
            return [];

        // The first letter is rarely wrong, and keeping it leaves a twentieth of the words to look at.
        var found = new List<VocabularyWord>();
        var distance = new EditDistance(word);
        AddNear(Section(word), word, distance, edits, found);
        if (found.Count == 0)
        {
            foreach (var letter in letters.Value)
                AddNear(Section(letter), word, distance, 1, found);
        }

        return Best(found, most);
    }

    /// <summary>Words that begin nearly so, for what is still being typed: nearest beginning first, then most frequent.</summary>
    /// <param name="typed">What was typed, with one error at most, and not in its first letter.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<VocabularyWord> BeginningNear(string typed, int most)
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
            var d = distance.ToBeginning(section.Words[i], 1);
            if (d <= 1)
                found.Add(section.Word(i, d));
        }

        return Best(found, most);
    }

    private VocabularySection Section(string word) => Section(VocabularySection.KeyOf(word));

    private VocabularySection Section(char letter) =>
        sections.GetOrAdd(letter, static (letter, leaves) => VocabularySection.Read(leaves, letter), leaves);

    private static void AddNear(VocabularySection section, string word, EditDistance distance, int edits, List<VocabularyWord> found)
    {
        // One array after the other, without touching the words themselves, rules out nearly all of them.
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

    private static List<VocabularyWord> Best(List<VocabularyWord> found, int most)
    {
        found.Sort(static (a, b) => a.Edits != b.Edits ? a.Edits.CompareTo(b.Edits) : b.Count.CompareTo(a.Count));
        return found.Count <= most ? found : found.GetRange(0, most);
    }
}

/// <summary>A word of the vocabulary.</summary>
/// <param name="Word">The folded word.</param>
/// <param name="Count">In how many documents it stands, about.</param>
/// <param name="IsName">Whether a speaker has it in the name.</param>
/// <param name="Edits">How far it is from the word that was asked for.</param>
internal readonly record struct VocabularyWord(string Word, int Count, bool IsName, int Edits);
