using SearchNotes.Querying.Matching;

namespace SearchNotes.Querying.Candidates;

/// <summary>A part of a query that ranks, as plain data.</summary>
internal abstract record ScoredPart;

/// <summary>A word or phrase.</summary>
/// <param name="Full">Matches that cover the whole word; <see langword="null"/> when there are none.</param>
/// <param name="Weak">Matches that cover some of it, such as parts of an identifier; <see langword="null"/> when there are none.</param>
/// <param name="FullCoverage">Weight that a full match covers, a whole number.</param>
/// <param name="WeakCoverage">Weight that a weak match covers, a whole number.</param>
internal sealed record ScoredWord(Condition? Full, Condition? Weak, int FullCoverage, int WeakCoverage) : ScoredPart
{
    /// <summary>Terms that raise the rank, with the upper bound of what each adds.</summary>
    public required IReadOnlyList<(string Term, FieldSet Fields, float Boost)> Terms { get; init; }

    /// <summary>Sequences that raise the rank, with what each adds.</summary>
    public required IReadOnlyList<(Condition Sequence, float Boost)> Sequences { get; init; }
}

/// <summary>Parts whose scores and coverages add up, where a condition holds.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Where">The condition; <see langword="null"/> for none.</param>
internal sealed record ScoredAll(IReadOnlyList<ScoredPart> Parts, Condition? Where) : ScoredPart;

/// <summary>Parts of which the best counts.</summary>
internal sealed record ScoredAny(IReadOnlyList<ScoredPart> Parts) : ScoredPart;
