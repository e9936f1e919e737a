namespace SearchNotes.Querying;

/// <summary>How a term matches a query word, best first.</summary>
internal enum MatchKind
{
    /// <summary>The word as typed, another form of it, or its joined or split spelling.</summary>
    Word,

    /// <summary>The nearest word to a word that occurs nowhere.</summary>
    Nearest,

    /// <summary>A word that begins with the typed text.</summary>
    Prefix,

    /// <summary>A word derived from the same root: navigate for navigation.</summary>
    Derived,

    /// <summary>A far more frequent word, one or two edits away from a word that occurs somewhere.</summary>
    Typo,

    /// <summary>A word that contains the typed one, such as a compound, where nothing else matches.</summary>
    Inner,

    /// <summary>A part of an identifier, or a word that is similar only by its groups of three letters.</summary>
    Part,
}

/// <summary>Weights of the terms of one match kind. The best talks that contain the word as typed rank above all kinds but
/// <see cref="MatchKind.Word"/>; see <see cref="Ranking.TalksAboveExpansions"/>.</summary>
/// <param name="Kind">The match kind.</param>
/// <param name="Factor">Upper bound of the score, relative to the word as typed. 0 to 1; 0 turns the kind off.</param>
/// <param name="Coverage">Share of the word's weight that such a match covers, 0 to 1. Below <see cref="Ranking.HoldingCoverage"/>, the
/// talk does not count as containing the word.</param>
internal sealed record MatchTier(MatchKind Kind, float Factor, float Coverage)
{
    /// <summary>All match kinds, best first.</summary>
    public static readonly MatchTier[] All =
    [
        new(MatchKind.Word, 1.0f, 1.0f),
        new(MatchKind.Nearest, 1.0f, 1.0f),
        new(MatchKind.Prefix, 1.0f, 1.0f),
        new(MatchKind.Derived, 0.4f, 1.0f),
        new(MatchKind.Typo, 0.5f, 1.0f),
        new(MatchKind.Inner, 0.5f, 1.0f),
        new(MatchKind.Part, 0.3f, 0.3f),
    ];

    /// <summary>Whether a talk with such a match contains the word, as far as the answer says.</summary>
    public bool Holds => Coverage >= Ranking.HoldingCoverage;
}
