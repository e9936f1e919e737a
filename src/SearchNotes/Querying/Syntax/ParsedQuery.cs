namespace SearchNotes.Querying.Syntax;

/// <summary>A query as parsed by <see cref="QueryReader"/>.</summary>
internal sealed record ParsedQuery
{
    /// <summary>The root clause, without clauses when the query is empty.</summary>
    public required AllClause Root { get; init; }

    /// <summary>Notes on parts that could not be understood as written, sorted by position.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The query when all of it is signs that no text is searched for: <c>???</c>, <c>()</c>; otherwise <see langword="null"/>. Such a
    /// query finds nothing, while an empty one finds everything.</summary>
    public string? Signs { get; init; }

    /// <summary>Whether the reader may still be typing the last word: the text ends in a letter or digit of a word that is searched for,
    /// not in a space, quotation mark, punctuation or operator. That word is then the last clause of the tree.</summary>
    public required bool LastWordUnfinished { get; init; }

    /// <summary>Normal form: equal for queries with equal answers, with one spelling of spaces, quotes, operators and field names. Parsing
    /// it yields the same tree. Words keep their case, because answers repeat them as typed. A query with notes is its own normal form,
    /// because notes refer to character positions.</summary>
    public required string Normal { get; init; }
}
