namespace SearchNotes.Querying.Syntax;

/// <summary>A node of a parsed query.</summary>
/// <param name="Position">Index of the first character in the typed text.</param>
/// <param name="Length">Number of characters in the typed text.</param>
internal abstract record Clause(int Position, int Length)
{
    /// <summary>Index after the last character.</summary>
    public int End => Position + Length;
}

/// <summary>A word as typed: <c>pickling</c>, <c>q.enqueue</c>, <c>C++</c>. Analysis may yield several terms, or none.</summary>
internal sealed record WordClause(string Text, int Position, int Length) : Clause(Position, Length);

/// <summary>All words that begin with a text of at least two letters or digits. The text excludes the star.</summary>
internal sealed record PrefixClause(string Text, int Position, int Length) : Clause(Position, Length);

/// <summary>A quoted phrase: its words side by side, exactly as spelled. In <c>code:</c> a literal piece of code.</summary>
internal sealed record PhraseClause(string Text, int Position, int Length) : Clause(Position, Length);

/// <summary>Alternatives: <c>a OR b</c>. At least two.</summary>
internal sealed record AnyClause(IReadOnlyList<Clause> Clauses, int Position, int Length) : Clause(Position, Length);

/// <summary>Clauses that should all match: <c>a b</c>. Only the root may have fewer than two.</summary>
internal sealed record AllClause(IReadOnlyList<Clause> Clauses, int Position, int Length) : Clause(Position, Length);

/// <summary>A clause that must not match. Never directly contains another negation.</summary>
internal sealed record NotClause(Clause Clause, int Position, int Length) : Clause(Position, Length)
{
    /// <summary>The option of a program that a word with a hyphen may be: <c>-Wall</c>; <see langword="null"/> for other exclusions. It is
    /// searched for as written if the notes contain it.</summary>
    public WordClause? Option => Clause is WordClause { Text.Length: > 1 } word && word.Position == Position + 1
        ? new WordClause("-" + word.Text, Position, Length) : null;
}

/// <summary>A clause restricted to one field. Contains no other field and no filter.</summary>
internal sealed record FieldClause(SearchField Field, Clause Clause, int Position, int Length) : Clause(Position, Length);

/// <summary>A condition that does not affect the score. Its values are combined with OR and normalized by
/// <see cref="ClauseFields"/>.</summary>
internal sealed record FilterClause(QueryFilter Filter, IReadOnlyList<string> Values, int Position, int Length) : Clause(Position, Length);

/// <summary>Fields that can be named in a query.</summary>
internal enum SearchField
{
    Speaker,
    Topic,
    Event,
    Tag,
    Code,
    Qa,
    Quote,
}
