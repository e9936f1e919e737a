using System.Numerics;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Highlighting;

/// <summary>A word or phrase of the query with the terms that match it.</summary>
/// <param name="Terms">Terms that match the word: the word itself, its forms, terms that it is a prefix of, and typos of it. Empty
/// when the word matches only through the phrases or literals that refer to it.</param>
/// <param name="Weight">Inverse document frequency of the word. Only its ratio to the weights of the other words matters.</param>
/// <param name="Fields">Fields in which the word may be flagged.</param>
/// <param name="Class">Importance of the word in passages.</param>
internal sealed record HighlightTerm(
    IReadOnlyCollection<string> Terms, float Weight, MatchFields Fields = MatchFields.All, WordClass Class = WordClass.Content);

/// <summary>Importance of a word in passages. In a query without content words, every word is a reason to show a passage.</summary>
internal enum WordClass
{
    /// <summary>A word that carries meaning.</summary>
    Content,

    /// <summary>A word such as <c>how</c> or <c>do</c>: flagged, but no reason to show a passage.</summary>
    StopWord,

    /// <summary>A word such as <c>of</c> or <c>the</c>: flagged only next to its neighbours in the query.</summary>
    FunctionWord,
}

/// <summary>Terms that match only as a sequence: words in quotes, or a word of the query that a text writes as two.</summary>
/// <param name="Word">Index of the query word that the phrase stands for.</param>
/// <param name="Positions">The accepted terms of each position; at least one position.</param>
internal sealed record HighlightPhrase(int Word, IReadOnlyList<IReadOnlySet<string>> Positions);

/// <summary>A piece of code that matches literally, ignoring case.</summary>
/// <param name="Word">Index of the query word that the literal stands for.</param>
/// <param name="Text">The text to find, not empty.</param>
internal sealed record HighlightLiteral(int Word, string Text);

/// <summary>The words, phrases and literals to highlight in a hit: the contract between query parsing and highlighting. Excluded
/// words are not part of it. Thread-safe.</summary>
internal sealed class HighlightQuery
{
    /// <summary>Maximum number of words that are flagged, because sets of words are stored as the bits of a <see cref="ulong"/>.</summary>
    public const int MaxWords = 64;

    private readonly Dictionary<string, Use> uses;
    private readonly Dictionary<string, Use>.AlternateLookup<ReadOnlySpan<char>> usesBySpan;
    private readonly ulong[] wordsByField = new ulong[(int)MatchField.Tag + 1];
    private readonly float[] gains;

    /// <summary>Initializes a new instance. Words after the first 64 are not flagged.</summary>
    public HighlightQuery(IReadOnlyList<HighlightTerm> words, IReadOnlyList<HighlightPhrase> phrases,
        IReadOnlyList<HighlightLiteral> literals)
    {
        (Words, Phrases, Literals) = (words, phrases, literals);
        // A word that is being typed has many terms.
        uses = new(words.Sum(word => word.Terms.Count), StringComparer.Ordinal);
        usesBySpan = uses.GetAlternateLookup<ReadOnlySpan<char>>();
        gains = new float[Math.Min(words.Count, MaxWords)];
        var heaviest = words.Count == 0 ? 1 : Math.Max(words.Max(word => word.Weight), float.Epsilon);
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = words[i].Class == WordClass.Content ? 1 + Math.Clamp(words[i].Weight / heaviest, 0, 1) : PassageScores.StopWordGain;
            if (words[i].Class == WordClass.FunctionWord)
                FunctionWords |= 1UL << i;
            if (words[i].Class == WordClass.Content)
                ContentWords |= 1UL << i;
            foreach (var term in words[i].Terms)
                Add(term, new(1UL << i, 0));
            for (var field = 0; field < wordsByField.Length; field++)
            {
                if (((int)words[i].Fields & 1 << field) != 0)
                    wordsByField[field] |= 1UL << i;
            }
        }

        for (var i = 0; i < Math.Min(phrases.Count, MaxWords); i++)
        {
            foreach (var term in phrases[i].Positions[0])
                Add(term, new(0, 1UL << i));
            foreach (var position in phrases[i].Positions.Skip(1))
            {
                foreach (var term in position)
                    Prefixes.Add(term);
            }
        }

        if (BitOperations.PopCount(FunctionWords) == words.Count)
            FunctionWords = 0;
        if (ContentWords == 0)
            ContentWords = ulong.MaxValue;
    }

    /// <summary>A query that matches nothing.</summary>
    public static HighlightQuery Empty { get; } = new([], [], []);

    /// <summary>Words of the query, in query order.</summary>
    public IReadOnlyList<HighlightTerm> Words { get; }

    /// <summary>Phrases of the query.</summary>
    public IReadOnlyList<HighlightPhrase> Phrases { get; }

    /// <summary>Literals of the query, which are found in code only.</summary>
    public IReadOnlyList<HighlightLiteral> Literals { get; }

    /// <summary>Words that are flagged only next to others, as bits.</summary>
    public ulong FunctionWords { get; }

    /// <summary>Words that are a reason to show a passage, as bits.</summary>
    public ulong ContentWords { get; }

    /// <summary>The query with terms less similar to the typed words, for hits without any match of this query; <see langword="null"/>
    /// when there are no such terms.</summary>
    public HighlightQuery? Fallback { get; init; }

    /// <summary>Whether the query has no terms and no literals.</summary>
    public bool IsEmpty => uses.Count == 0 && Literals.Count == 0;

    /// <summary>Returns the words that may be flagged in a field, as bits.</summary>
    public ulong WordsIn(MatchField field) => wordsByField[(int)field];

    /// <summary>Returns the gain of a passage from showing a word: 1 to 2 for a content word, so that the number of words matters more than
    /// their weights; 0.25 for others.</summary>
    public float GainOf(int word) => gains[word];

    /// <summary>Looks up the words that a term matches and the phrases that it may begin.</summary>
    public bool TryGet(string term, out Use use) => uses.TryGetValue(term, out use);

    /// <inheritdoc cref="TryGet(string, out Use)"/>
    public bool TryGet(ReadOnlySpan<char> term, out Use use) => usesBySpan.TryGetValue(term, out use);

    /// <summary>Prefixes of all terms, including all terms of phrases. Checked before terms of a text are created or looked up.</summary>
    public TermPrefixes Prefixes { get; } = new();

    private void Add(string term, Use use)
    {
        Prefixes.Add(term);
        uses.TryGetValue(term, out var known);
        uses[term] = new(known.Words | use.Words, known.Phrases | use.Phrases);
    }

    /// <summary>The words and phrases that a term can match.</summary>
    /// <param name="Words">Words that the term matches, as bits.</param>
    /// <param name="Phrases">Phrases that the term may begin, as bits.</param>
    public readonly record struct Use(ulong Words, ulong Phrases);
}
