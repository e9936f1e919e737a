namespace SearchNotes.Querying.Matching;

/// <summary>A query made ready for one snapshot: every word with the terms that it stands for. A node is a part of it.</summary>
internal abstract record Node
{
    /// <summary>How much of a query this part is: the rarer its words, the more.</summary>
    public abstract float Weight { get; }

    /// <summary>Whether hits must have it, as long as any document has: what was asked for in a field was asked for with care.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>A word or a phrase.</summary>
internal sealed record WordNode(QueryWord Word) : Node
{
    public override float Weight => Word.Weight;
}

/// <summary>All of them, preferably.</summary>
internal sealed record AllNode(IReadOnlyList<Node> Parts) : Node
{
    public override float Weight { get; } = Parts.Sum(p => p.Weight);
}

/// <summary>One of them.</summary>
internal sealed record AnyNode(IReadOnlyList<Node> Parts) : Node
{
    public override float Weight { get; } = Parts.Max(p => p.Weight);
}

/// <summary>What must not be there.</summary>
internal sealed record NotNode(Node Part) : Node
{
    public override float Weight => 0f;
}

/// <summary>A condition that adds nothing to the score.</summary>
internal sealed record FilterNode(Func<int, bool> Accepts) : Node
{
    public override float Weight => 0f;
}

/// <summary>A word of the query, or a phrase, with everything in the index that it stands for.</summary>
internal sealed class QueryWord
{
    /// <summary>Its number in the query, 0 to 63.</summary>
    public required int Number { get; init; }

    /// <summary>As typed.</summary>
    public required string Typed { get; init; }

    /// <summary>Where it is looked for.</summary>
    public required FieldSet Fields { get; init; }

    /// <summary>Whether it stood in quotes.</summary>
    public bool IsPhrase { get; init; }

    /// <summary>Terms that stand for it, best level first.</summary>
    public List<TermGroup> TermGroups { get; } = [];

    /// <summary>Sequences of terms that stand for it.</summary>
    public List<TermSequence> Sequences { get; } = [];

    /// <summary>Piece of code that must stand in a block as typed; <see langword="null"/> without one.</summary>
    public string? Literal { get; init; }

    /// <summary>How rare it is: BM25's idf, lowered for words that say little.</summary>
    public float Weight { get; set; }

    /// <summary>Found nowhere as typed, in no form, joined or split.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>Unknown, and nothing else was found for it that is as good.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>The word that it was taken for, when it was unknown.</summary>
    public string? CorrectedTo { get; set; }

    /// <summary>A far more frequent word that it may be a slip for, though it stands somewhere as typed.</summary>
    public string? OfferedCorrection { get; set; }

    /// <summary>Whether it is one of the words that stand everywhere: no talk is a hit for these alone, when the query holds
    /// others.</summary>
    public bool IsStopWord { get; set; }

    /// <summary>The one level of everything that stands for it; <see langword="null"/> where there are several, or none.</summary>
    public MatchKind? OnlyKind => TermGroups.Count + Sequences.Count == 0 ? null
        : (TermGroups is [var level, ..] ? level.Kind : Sequences[0].Kind) is var kind && TermGroups.TrueForAll(l => l.Kind == kind)
        && Sequences.TrueForAll(s => s.Kind == kind) ? kind : null;

    /// <summary>Its bit in a set of words.</summary>
    public ulong Bit => 1UL << Number;

    /// <summary>The same word with another number, for another query to change.</summary>
    public QueryWord Copy(int number)
    {
        var copy = new QueryWord
        {
            Number = number,
            Typed = Typed,
            Fields = Fields,
            IsPhrase = IsPhrase,
            Literal = Literal,
            Weight = Weight,
            IsUnknown = IsUnknown,
            IsAbsent = IsAbsent,
            CorrectedTo = CorrectedTo,
            OfferedCorrection = OfferedCorrection,
            IsStopWord = IsStopWord,
        };
        copy.TermGroups.AddRange(TermGroups);
        copy.Sequences.AddRange(Sequences);
        return copy;
    }
}

/// <summary>Terms that stand for a word equally well.</summary>
/// <param name="Kind">How they were found.</param>
/// <param name="Terms">The terms.</param>
internal sealed record TermGroup(MatchKind Kind, IReadOnlyList<FoundTerm> Terms);

/// <summary>How a term came to stand for a word; the smaller the better.</summary>
internal enum MatchKind
{
    /// <summary>The word as typed, and its other forms.</summary>
    Word,

    /// <summary>A word that begins so.</summary>
    Prefix,

    /// <summary>A word one or two letters away.</summary>
    Typo,

    /// <summary>A part of an identifier.</summary>
    Part,
}

/// <summary>A term that stands for a word.</summary>
/// <param name="Term">The term.</param>
/// <param name="Factor">What it counts against the word itself.</param>
/// <param name="Postings">Where it stands.</param>
internal sealed record FoundTerm(string Term, float Factor, IReadOnlyList<Posting> Postings);

/// <summary>Terms that stand for a word when they follow each other.</summary>
/// <param name="Kind">How it was found.</param>
/// <param name="Factor">What it counts against the word itself.</param>
/// <param name="Steps">For each place, the terms that may stand there.</param>
internal sealed record TermSequence(MatchKind Kind, float Factor, IReadOnlyList<IReadOnlyList<string>> Steps);
