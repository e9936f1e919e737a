using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Matching;

/// <summary>The words of a snapshot that begin with one letter, in order, with what is known of them in arrays beside.</summary>
internal sealed class VocabularySection
{
    /// <summary>Letters outside the basic plane take two characters; all of them share a section.</summary>
    private const char Astral = '\uD800';

    private VocabularySection(string[] words, Entry[] entries)
    {
        Words = words;
        Counts = Array.ConvertAll(entries, static e => e.Most);
        IsName = Array.ConvertAll(entries, static e => e.IsName);
        LetterSets = Array.ConvertAll(words, LetterSet);
    }

    /// <summary>The words.</summary>
    public string[] Words { get; }

    /// <summary>In how many documents each stands, in the field that has it most often.</summary>
    public int[] Counts { get; }

    /// <summary>Whether a speaker has it in the name.</summary>
    public bool[] IsName { get; }

    /// <summary>Each word's <see cref="LetterSet"/>.</summary>
    public int[] LetterSets { get; }

    /// <summary>The letters of a word, a bit for each: words two edits apart differ in four bits at most.</summary>
    public static int LetterSet(string word)
    {
        var set = 0;
        foreach (var c in word)
            set |= 1 << (c % 31);
        return set;
    }

    /// <summary>The letter of the section that a word belongs to.</summary>
    public static char KeyOf(string word) => word.Length == 0 ? '\0' : char.IsSurrogate(word[0]) ? Astral : word[0];

    /// <summary>The first place with a word that is this one or comes after it.</summary>
    public int From(string beginning) => Array.BinarySearch(Words, beginning, StringComparer.Ordinal) is var at && at >= 0 ? at : ~at;

    /// <summary>A word with what is known of it.</summary>
    public VocabularyWord Word(int i, int edits) => new(Words[i], Counts[i], IsName[i], edits);

    /// <summary>The letters that words begin with, in order.</summary>
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

                // No byte of a text is 255: this stands behind every word that begins so.
                found = terms.SeekCeil(new BytesRef([.. Bytes(letter), byte.MaxValue]));
            }
        }

        return [.. letters];
    }

    /// <summary>Reads the words that begin with a letter, in the fields that people search in.</summary>
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
        return new VocabularySection(words, entries);
    }

    private static byte[] Bytes(char letter) => Encoding.UTF8.GetBytes(letter == Astral ? "\U00010000" : letter.ToString());

    /// <summary>The terms of each searched field, segment by segment.</summary>
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

    /// <summary>What is counted of a word: documents in the field that is being read, and in the best one so far.</summary>
    private struct Entry
    {
        private TextField? field;
        private int now;

        public int Most { get; private set; }

        public bool IsName { get; private set; }

        public void Count(TextField next, int docs)
        {
            now = ReferenceEquals(field, next) ? now + docs : docs;
            field = next;
            Most = Math.Max(Most, now);
            IsName |= next.Flag == FieldSet.Speaker;
        }
    }
}
