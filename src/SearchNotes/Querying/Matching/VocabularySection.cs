using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Matching;

/// <summary>The words of a snapshot that begin with one letter, sorted, with their properties in parallel arrays.</summary>
internal sealed class VocabularySection
{
    /// <summary>Key of the section for all words that begin with a character outside the basic multilingual plane.</summary>
    private const char Astral = '\uD800';

    /// <summary>Creates a section.</summary>
    /// <param name="words">The words, in ordinal order.</param>
    /// <param name="counts">Number of documents that contain each word, in the field where it is most frequent.</param>
    /// <param name="isName">Whether each word is part of a speaker's name.</param>
    /// <param name="isInTopic">Whether each word is part of a topic.</param>
    public VocabularySection(string[] words, int[] counts, bool[] isName, bool[] isInTopic)
    {
        (Words, Counts, IsName, IsInTopic) = (words, counts, isName, isInTopic);
        LetterSets = Array.ConvertAll(words, LetterSet);
    }

    /// <summary>The words, in ordinal order.</summary>
    public string[] Words { get; }

    /// <summary>Number of documents that contain each word, in the field where it is most frequent.</summary>
    public int[] Counts { get; }

    /// <summary>Whether each word is part of a speaker's name.</summary>
    public bool[] IsName { get; }

    /// <summary>Whether each word is part of a topic.</summary>
    public bool[] IsInTopic { get; }

    /// <summary>The <see cref="LetterSet"/> of each word.</summary>
    public int[] LetterSets { get; }

    /// <summary>Returns the letters of a word as a bit set. The sets of words two edits apart differ in at most four bits.</summary>
    public static int LetterSet(string word)
    {
        var set = 0;
        foreach (var c in word)
            set |= 1 << (c % 31);
        return set;
    }

    /// <summary>Returns the key of the section that a word belongs to.</summary>
    public static char KeyOf(string word) => word.Length == 0 ? '\0' : char.IsSurrogate(word[0]) ? Astral : word[0];

    /// <summary>Returns the index of the first word that is equal to or sorts after a text.</summary>
    public int From(string beginning) => Array.BinarySearch(Words, beginning, StringComparer.Ordinal) is var at && at >= 0 ? at : ~at;

    /// <summary>Returns a word with its properties.</summary>
    public VocabularyWord Word(int i, int edits) => new(Words[i], Counts[i], IsName[i], edits);

    /// <summary>Returns the section keys of all words, in order.</summary>
    public static char[] Letters(IReadOnlyList<AtomicReaderContext> leaves)
    {
        var letters = new SortedSet<char>();
        foreach (var (_, terms) in Fields(leaves))
        {
            for (var found = terms.SeekCeil(new BytesRef()); found != TermsEnum.SeekStatus.END;)
            {
                var letter = KeyOf(terms.Term.Utf8ToString());
                letters.Add(letter);
                if (letter == Astral)
                    break;

                // No UTF-8 text contains byte 255, so this key sorts after every word that begins with the letter.
                found = terms.SeekCeil(new BytesRef([.. Bytes(letter), byte.MaxValue]));
            }
        }

        return [.. letters];
    }

    /// <summary>Reads the words of one section from the default fields.</summary>
    public static VocabularySection Read(IReadOnlyList<AtomicReaderContext> leaves, char letter)
    {
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var first = new BytesRef(Bytes(letter));
        foreach (var (field, terms) in Fields(leaves))
        {
            if (terms.SeekCeil(first) == TermsEnum.SeekStatus.END)
                continue;
            do
            {
                if (letter != Astral && !StringHelper.StartsWith(terms.Term, first))
                    break;
                CollectionsMarshal.GetValueRefOrAddDefault(found, terms.Term.Utf8ToString(), out _).Count(field, terms.DocFreq);
            }
            while (terms.MoveNext());
        }

        var (words, entries) = (found.Keys.ToArray(), found.Values.ToArray());
        Array.Sort(words, entries, StringComparer.Ordinal);
        return new VocabularySection(words, Array.ConvertAll(entries, static e => e.MaxCount),
            Array.ConvertAll(entries, static e => e.IsName), Array.ConvertAll(entries, static e => e.IsInTopic));
    }

    private static byte[] Bytes(char letter) => Encoding.UTF8.GetBytes(letter == Astral ? "\U00010000" : letter.ToString());

    /// <summary>Returns the terms of each default field, segment by segment.</summary>
    private static IEnumerable<(TextField Field, TermsEnum Terms)> Fields(IReadOnlyList<AtomicReaderContext> leaves)
    {
        foreach (var field in TextField.All)
        {
            if ((field.Flag & FieldSet.Default) == 0)
                continue;
            foreach (var leaf in leaves)
            {
                if (leaf.AtomicReader.GetTerms(field.Name)?.GetEnumerator() is { } terms)
                    yield return (field, terms);
            }
        }
    }

    /// <summary>Document counts of a word: in the current field, and in the field where it is most frequent so far.</summary>
    private struct Entry
    {
        private TextField? field;
        private int current;

        public int MaxCount { get; private set; }

        public bool IsName { get; private set; }

        public bool IsInTopic { get; private set; }

        public void Count(TextField next, int docs)
        {
            current = ReferenceEquals(field, next) ? current + docs : docs;
            field = next;
            MaxCount = Math.Max(MaxCount, current);
            IsName |= next.Flag == FieldSet.Speaker;
            IsInTopic |= next.Flag == FieldSet.Topic;
        }
    }
}
