namespace SearchNotes.Querying.Matching;

/// <summary>A word or phrase of the query, with the index terms that match it.</summary>
internal sealed class QueryWord
{
    /// <summary>Index of the word in the query, 0 to 63.</summary>
    public required int Number { get; init; }

    /// <summary>Index of the word's first character in the query.</summary>
    public int Position { get; set; }

    /// <summary>The word as typed.</summary>
    public required string Typed { get; init; }

    /// <summary>Fields to search.</summary>
    public required FieldSet Fields { get; init; }

    /// <summary>Whether the word is a quoted phrase.</summary>
    public bool IsPhrase { get; init; }

    /// <summary>Matching terms, best match kind first.</summary>
    public List<TermGroup> TermGroups { get; } = [];

    /// <summary>Matching sequences of terms.</summary>
    public List<TermSequence> Sequences { get; } = [];

    /// <summary>Synonyms that are searched for as well, for readers.</summary>
    public List<string> Synonyms { get; } = [];

    /// <summary>Code that must occur as typed, or <see langword="null"/>.</summary>
    public string? Literal { get; init; }

    /// <summary>Rarity of the word: BM25's idf, reduced for stop words.</summary>
    public float Weight { get; set; }

    /// <summary>Whether the word occurs nowhere as typed, in another form, joined or split.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>Whether the word is unknown and has no correction.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>Correction of an unknown word, which is searched for; otherwise <see langword="null"/>.</summary>
    public string? CorrectedTo { get; set; }

    /// <summary>A far more frequent word that may have been meant, although the typed word occurs in the index.</summary>
    public string? OfferedCorrection { get; set; }

    /// <summary>Whether the correction is too uncertain to count as the word: the first letter differs, or it is the name of several
    /// speakers.</summary>
    public bool IsUncertain { get; set; }

    /// <summary>The run of characters that the word is a pair of, in scripts without spaces; otherwise <see langword="null"/>.</summary>
    public string? Run { get; init; }

    /// <summary>Whether the word is a stop word. When the query has other words, a talk that matches only stop words is not a
    /// hit.</summary>
    public bool IsStopWord { get; set; }

    /// <summary>The match kind of all term groups and sequences; <see langword="null"/> when they differ or there are none.</summary>
    public MatchKind? OnlyKind => TermGroups.Count + Sequences.Count == 0 ? null
        : (TermGroups is [var level, ..] ? level.Kind : Sequences[0].Kind) is var kind && TermGroups.TrueForAll(l => l.Kind == kind)
        && Sequences.TrueForAll(s => s.Kind == kind) ? kind : null;

    /// <summary>Returns whether any term group or sequence is of a match kind.</summary>
    public bool Has(MatchKind kind) => TermGroups.Exists(group => group.Kind == kind) || Sequences.Exists(s => s.Kind == kind);

    /// <summary>Takes back that the word occurs nowhere, and its correction, because it turned out to be a part of something that
    /// does.</summary>
    public void MarkFound()
    {
        (IsUnknown, IsAbsent) = (false, false);
        if (CorrectedTo is null)
            return;
        CorrectedTo = null;
        TermGroups.RemoveAll(group => group.Kind == MatchKind.Nearest);
    }

    /// <summary>The bit of this word in a set of words.</summary>
    public ulong Bit => 1UL << Number;

    /// <summary>Returns a copy with another number, which another query may change.</summary>
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
            IsUncertain = IsUncertain,
            Run = Run,
            IsStopWord = IsStopWord,
        };
        copy.TermGroups.AddRange(TermGroups);
        copy.Sequences.AddRange(Sequences);
        copy.Synonyms.AddRange(Synonyms);
        return copy;
    }
}

/// <summary>Terms that match a word equally well.</summary>
/// <param name="Kind">How the terms match.</param>
/// <param name="Terms">The terms.</param>
internal sealed record TermGroup(MatchKind Kind, IReadOnlyList<FoundTerm> Terms);

/// <summary>An index term that matches a query word.</summary>
/// <param name="Term">The term.</param>
/// <param name="Factor">Weight of an occurrence, relative to the word as typed.</param>
/// <param name="Postings">Postings of the term. A list, because each walk through an interface allocates, and a word that is being typed has
/// many terms.</param>
internal sealed record FoundTerm(string Term, float Factor, List<Posting> Postings)
{
    /// <summary>The fields in which the term was looked for.</summary>
    public FieldSet Fields { get; init; } = FieldSet.Default;
}

/// <summary>Terms that match a word when they follow each other.</summary>
/// <param name="Kind">How the sequence matches.</param>
/// <param name="Factor">Weight of an occurrence, relative to the word as typed.</param>
/// <param name="Steps">The alternative terms at each position.</param>
internal sealed record TermSequence(MatchKind Kind, float Factor, IReadOnlyList<IReadOnlyList<string>> Steps);
