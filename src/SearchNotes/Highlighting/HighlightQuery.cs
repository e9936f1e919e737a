using System.Numerics;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Highlighting;

/// <summary>A word or phrase of the query, as it may stand in a text.</summary>
/// <param name="Terms">The terms that count as this word: itself, its other forms, what it begins, its misspellings. Empty
/// when it counts only as one of the phrases or literals that name it.</param>
/// <param name="Weight">How telling it is, as an inverse document frequency; only compared with those of the other words.</param>
/// <param name="Fields">Where it may be flagged.</param>
/// <param name="Class">What it says by itself.</param>
internal sealed record HighlightTerm(
    IReadOnlyCollection<string> Terms, float Weight, MatchFields Fields = MatchFields.All, WordClass Class = WordClass.Content);

/// <summary>What a word says by itself. A query made of nothing better takes what it has for full.</summary>
internal enum WordClass
{
    /// <summary>It says what is looked for.</summary>
    Content,

    /// <summary>As <c>how</c> and <c>do</c>: flagged, but no reason to show a passage.</summary>
    StopWord,

    /// <summary>As <c>of</c> and <c>the</c>: flagged only beside the words that stand beside it in the query.</summary>
    FunctionWord,
}

/// <summary>Terms that count only side by side: words in quotes, or one word of the query that a text writes as two.</summary>
/// <param name="Word">Index of the word it counts as.</param>
/// <param name="Positions">The accepted terms of each position; at least one position.</param>
internal sealed record HighlightPhrase(int Word, IReadOnlyList<IReadOnlySet<string>> Positions);

/// <summary>A piece of code that counts as it stands, whatever its case.</summary>
/// <param name="Word">Index of the word it counts as.</param>
/// <param name="Text">The piece, not empty.</param>
internal sealed record HighlightLiteral(int Word, string Text);

/// <summary>What a query looks for inside a hit: the contract between reading queries and showing hits. What a query leaves
/// out has no place in it. Safe for many threads.</summary>
internal sealed class HighlightQuery
{
    /// <summary>Words are kept as bits of one number.</summary>
    public const int MaxWords = 64;

    private const float StopWordGain = 0.25f;

    private readonly Dictionary<string, Use> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Use>.AlternateLookup<ReadOnlySpan<char>> usesBySpan;
    private readonly ulong[] wordsByField = new ulong[(int)MatchField.Tag + 1];
    private readonly float[] gains;

    /// <summary>Puts together what is looked for; words past the 64th are not flagged.</summary>
    public HighlightQuery(IReadOnlyList<HighlightTerm> words, IReadOnlyList<HighlightPhrase> phrases,
        IReadOnlyList<HighlightLiteral> literals)
    {
        (Words, Phrases, Literals) = (words, phrases, literals);
        usesBySpan = uses.GetAlternateLookup<ReadOnlySpan<char>>();
        gains = new float[Math.Min(words.Count, MaxWords)];
        var heaviest = words.Count == 0 ? 1 : Math.Max(words.Max(word => word.Weight), float.Epsilon);
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = words[i].Class == WordClass.Content ? 1 + Math.Clamp(words[i].Weight / heaviest, 0, 1) : StopWordGain;
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

    /// <summary>Nothing is looked for.</summary>
    public static HighlightQuery Empty { get; } = new([], [], []);

    /// <summary>The words of the query in its order.</summary>
    public IReadOnlyList<HighlightTerm> Words { get; }

    /// <summary>What counts only side by side.</summary>
    public IReadOnlyList<HighlightPhrase> Phrases { get; }

    /// <summary>What counts as it stands in code.</summary>
    public IReadOnlyList<HighlightLiteral> Literals { get; }

    /// <summary>The words, as bits, that are flagged only beside others.</summary>
    public ulong FunctionWords { get; }

    /// <summary>The words, as bits, that are worth a passage.</summary>
    public ulong ContentWords { get; }

    /// <summary>The same with terms that are further from what was typed, for a hit that holds none of these;
    /// <see langword="null"/> when there are none further.</summary>
    public HighlightQuery? Fallback { get; init; }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => uses.Count == 0 && Literals.Count == 0;

    /// <summary>The words, as bits, that may be flagged in a field.</summary>
    public ulong WordsIn(MatchField field) => wordsByField[(int)field];

    /// <summary>What a passage gains by showing a word, 1 to 2 for a telling one: how many it shows counts for more than which.</summary>
    public float GainOf(int word) => gains[word];

    /// <summary>The words that a term counts as, and the phrases that may begin with it.</summary>
    public bool TryGet(string term, out Use use) => uses.TryGetValue(term, out use);

    /// <summary>The same for a term that is no string yet.</summary>
    public bool TryGet(ReadOnlySpan<char> term, out Use use) => usesBySpan.TryGetValue(term, out use);

    /// <summary>How the terms begin, those further on in phrases as well; asked before a text's own terms are made or looked up.</summary>
    public TermPrefixes Prefixes { get; } = new();

    private void Add(string term, Use use)
    {
        Prefixes.Add(term);
        uses.TryGetValue(term, out var known);
        uses[term] = new(known.Words | use.Words, known.Phrases | use.Phrases);
    }

    /// <summary>What a term is wanted for.</summary>
    /// <param name="Words">Words, as bits.</param>
    /// <param name="Phrases">Phrases that it may begin, as bits.</param>
    public readonly record struct Use(ulong Words, ulong Phrases);
}
