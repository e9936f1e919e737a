namespace SearchNotes.Querying.Syntax;

/// <summary>A part of a query, as a tree.</summary>
/// <param name="Position">Index of its first character in the text that was typed.</param>
/// <param name="Length">How many characters of that text it spans.</param>
internal abstract record Clause(int Position, int Length)
{
    /// <summary>Index behind its last character.</summary>
    public int End => Position + Length;
}

/// <summary>A word as typed: <c>pickling</c>, <c>q.enqueue</c>, <c>C++</c>. The analyzers may make several terms of it, or none.</summary>
internal sealed record WordClause(string Text, int Position, int Length) : Clause(Position, Length);

/// <summary>Every word that begins so. Without the star; at least two letters or digits.</summary>
internal sealed record PrefixClause(string Text, int Position, int Length) : Clause(Position, Length);

/// <summary>Words in quotes: as they stand, side by side, and no other spelling. In <c>code:</c> a literal piece of code.</summary>
internal sealed record PhraseClause(string Text, int Position, int Length) : Clause(Position, Length);

/// <summary>One of them: <c>a OR b</c>. At least two.</summary>
internal sealed record AnyClause(IReadOnlyList<Clause> Clauses, int Position, int Length) : Clause(Position, Length);

/// <summary>All of them, preferably: <c>a b</c>. Only the root has fewer than two.</summary>
internal sealed record AllClause(IReadOnlyList<Clause> Clauses, int Position, int Length) : Clause(Position, Length);

/// <summary>What must not be there. Never holds another one directly.</summary>
internal sealed record NotClause(Clause Clause, int Position, int Length) : Clause(Position, Length);

/// <summary>Words that must stand in one field. Holds no other field and no filter.</summary>
internal sealed record FieldClause(SearchField Field, Clause Clause, int Position, int Length) : Clause(Position, Length);

/// <summary>A condition that adds nothing to the score; its values are OR-ed, and in the form that <see cref="ClauseFields"/> gives
/// them.</summary>
internal sealed record FilterClause(FilterKind Filter, IReadOnlyList<string> Values, int Position, int Length) : Clause(Position, Length);

/// <summary>The fields that a reader can name.</summary>
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

/// <summary>The conditions that a reader can name.</summary>
internal enum FilterKind
{
    /// <summary><c>kind:lightning_talk</c>: the kinds as the API writes them.</summary>
    Kind,

    /// <summary><c>year:2013</c>, <c>year:2012..2014</c>: see <see cref="YearRange"/>.</summary>
    Year,

    /// <summary><c>lang:fr</c>: a two-letter code, the language of the notes.</summary>
    Language,

    /// <summary><c>lang:haskell</c>: any other language is one of code, in lower case.</summary>
    CodeLanguage,

    /// <summary><c>has:code</c>, <c>has:qa</c>, <c>has:quote</c>.</summary>
    Has,
}
