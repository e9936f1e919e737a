using Lucene.Net.Index;

namespace SearchNotes.Querying;

/// <summary>All words of a snapshot in order, in memory: for prefixes and typing errors. Made when the first is needed.</summary>
internal sealed class Vocabulary
{
    private readonly string[] words;
    private readonly int[] counts;
    private readonly bool[] isName;
    private readonly int[] letters;

    private Vocabulary(string[] words, int[] counts, bool[] isName)
    {
        (this.words, this.counts, this.isName) = (words, counts, isName);
        letters = Array.ConvertAll(words, LetterSet);
    }

    /// <summary>Reads the words of the fields that people search in.</summary>
    public static Vocabulary Read(IReadOnlyList<AtomicReaderContext> leaves)
    {
        var found = new Dictionary<string, (int Count, bool IsName)>(StringComparer.Ordinal);
        var inField = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in TextField.All)
        {
            if ((field.Bit & FieldSet.Free) == 0) continue;
            CountDocs(leaves, field.Name, inField);
            foreach (var (word, count) in inField)
            {
                var known = found.GetValueOrDefault(word);
                found[word] = (Math.Max(known.Count, count), known.IsName || field.Bit == FieldSet.Speaker);
            }
        }

        var words = found.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        return new Vocabulary(words, Array.ConvertAll(words, w => found[w].Count), Array.ConvertAll(words, w => found[w].IsName));
    }

    private static void CountDocs(IReadOnlyList<AtomicReaderContext> leaves, string field, Dictionary<string, int> counts)
    {
        counts.Clear();
        foreach (var leaf in leaves)
        {
            if (leaf.AtomicReader.GetTerms(field)?.GetEnumerator() is not { } each) continue;
            while (each.MoveNext())
            {
                var word = each.Term.Utf8ToString();
                counts[word] = counts.GetValueOrDefault(word) + each.DocFreq;
            }
        }
    }

    /// <summary>In how many documents a word stands, in the field that has it most often; 0 when nowhere.</summary>
    public int Count(string word) => Array.BinarySearch(words, word, StringComparer.Ordinal) is >= 0 and var i ? counts[i] : 0;

    /// <summary>Whether any word begins so.</summary>
    public bool Begins(string prefix) => From(prefix) is var at && at < words.Length && words[at].StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>The most frequent words that begin so, the prefix itself left out.</summary>
    public IReadOnlyList<VocabularyWord> Beginning(string prefix, int most)
    {
        var first = Array.BinarySearch(words, prefix, StringComparer.Ordinal);
        first = first < 0 ? ~first : first + 1;
        var last = first;
        while (last < words.Length && words[last].StartsWith(prefix, StringComparison.Ordinal)) last++;

        var found = new List<VocabularyWord>(last - first);
        for (var i = first; i < last; i++) found.Add(new VocabularyWord(words[i], counts[i], isName[i], 0));
        if (found.Count <= most) return found;
        found.Sort(static (a, b) => b.Count.CompareTo(a.Count));
        return found.GetRange(0, most);
    }

    /// <summary>Words of speakers' names that begin with a letter.</summary>
    public IEnumerable<string> Names(char letter)
    {
        for (var i = From(letter.ToString()); i < words.Length && words[i][0] == letter; i++)
        {
            if (isName[i] && words[i].Length > 1) yield return words[i];
        }
    }

    /// <summary>Words that a typing error could have made of this one, nearest first, then most frequent.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<VocabularyWord> Near(string word, int most)
    {
        var edits = EditDistance.Allowed(word.Length);
        if (edits == 0) return [];

        // The first letter is rarely wrong, and keeping it leaves a twentieth of the words to look at.
        var found = Near(word, edits, From(word[..1]), From(((char)(word[0] + 1)).ToString()));
        if (found.Count == 0) found = Near(word, 1, 0, words.Length);
        return Best(found, most);
    }

    /// <summary>Words that begin nearly so, for what is still being typed: nearest beginning first, then most frequent.</summary>
    /// <param name="typed">What was typed, with one error at most, and not in its first letter.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<VocabularyWord> BeginningNear(string typed, int most)
    {
        if (EditDistance.Allowed(typed.Length) == 0) return [];
        var distance = new EditDistance(typed);
        var found = new List<VocabularyWord>();
        for (var i = From(typed[..1]); i < words.Length && words[i][0] == typed[0]; i++)
        {
            if (words[i].Length < typed.Length) continue;
            var d = distance.ToBeginning(words[i], 1);
            if (d <= 1) found.Add(new VocabularyWord(words[i], counts[i], isName[i], d));
        }

        return Best(found, most);
    }

    private List<VocabularyWord> Near(string word, int edits, int first, int last)
    {
        var set = LetterSet(word);
        var distance = new EditDistance(word);
        var found = new List<VocabularyWord>();
        for (var i = first; i < last; i++)
        {
            if (Math.Abs(words[i].Length - word.Length) > edits || System.Numerics.BitOperations.PopCount((uint)(letters[i] ^ set)) > 2 * edits) continue;
            var d = distance.To(words[i], edits);
            if (d > 0 && d <= edits) found.Add(new VocabularyWord(words[i], counts[i], isName[i], d));
        }

        return found;
    }

    private static List<VocabularyWord> Best(List<VocabularyWord> found, int most)
    {
        found.Sort(static (a, b) => a.Edits != b.Edits ? a.Edits.CompareTo(b.Edits) : b.Count.CompareTo(a.Count));
        return found.Count <= most ? found : found.GetRange(0, most);
    }

    private int From(string beginning)
    {
        var at = Array.BinarySearch(words, beginning, StringComparer.Ordinal);
        return at >= 0 ? at : ~at;
    }

    /// <summary>A bit for each letter: words two edits apart differ in four bits at most.</summary>
    private static int LetterSet(string word)
    {
        var set = 0;
        foreach (var c in word) set |= 1 << (c % 31);
        return set;
    }
}

/// <summary>A word of the vocabulary.</summary>
/// <param name="Word">The folded word.</param>
/// <param name="Count">In how many documents it stands, about.</param>
/// <param name="IsName">Whether a speaker has it in the name.</param>
/// <param name="Edits">How far it is from the word that was asked for.</param>
internal readonly record struct VocabularyWord(string Word, int Count, bool IsName, int Edits);
