namespace SearchNotes.Querying.Syntax;

/// <summary>Kind of a query token.</summary>
internal enum QueryTokenKind
{
    Word,
    Prefix,
    Phrase,
    Field,
    Open,
    Close,
    Or,
    And,
    Not,
}

/// <summary>A token of a query: a word, phrase, field name, operator or parenthesis.</summary>
/// <param name="Kind">The kind of token.</param>
/// <param name="Text">The word or phrase without its punctuation; the name of a field; an operator as typed.</param>
/// <param name="Position">Index of the first character.</param>
/// <param name="End">Index after the last character.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Position, int End)
{
    /// <summary>Whether a clause can begin with this token.</summary>
    public bool BeginsClause => Kind is not (QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And);
}
