namespace SearchNotes.Querying.Syntax;

/// <summary>A query as <see cref="QueryReader"/> understood it.</summary>
internal sealed record ParsedQuery
{
    /// <summary>What was asked for; no clauses when nothing was.</summary>
    public required AllClause Root { get; init; }

    /// <summary>What was odd, by position.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>
    /// The reader may still be typing the last word: the text ends in a letter or digit of a word that is wanted,
    /// not in a space, a quote, a sign or an operator. It is then the last clause of the tree.
    /// </summary>
    public required bool LastWordUnfinished { get; init; }

    /// <summary>
    /// Equal for queries with equal answers: one spelling of spaces, quotes, operators and field names. Reading it gives
    /// the same tree. Words keep their case, for answers name them as typed; a query with notes is its own normal form,
    /// for notes count its characters.
    /// </summary>
    public required string Normal { get; init; }
}
