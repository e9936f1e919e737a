namespace SearchNotes.Querying.Syntax;

/// <summary>Builds the clause tree of a query from its tokens, with an explicit stack: nesting does not use the call stack.</summary>
/// <param name="tokens">The tokens, with balanced parentheses.</param>
/// <param name="notes">Receives notes on parts that could not be understood as written.</param>
internal sealed class QueryParser(List<QueryToken> tokens, List<Note> notes)
{
    private readonly Stack<Group> outer = new();
    private Group group = new();

    /// <summary>Returns the clauses of the query, in the order typed.</summary>
    public List<Clause> Parse()
    {
        for (var i = 0; i < tokens.Count; i++)
            Take(tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : null);
        return Flatten(group.Clauses);
    }

    private void Take(QueryToken token, QueryToken? next)
    {
        var clauseFollows = next is { BeginsClause: true };
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                Open(token);
                break;
            case QueryTokenKind.Close:
                Close(token);
                break;
            case QueryTokenKind.Phrase:
                Complete(new PhraseClause(token.Text, token.Position, token.End - token.Position));
                break;
            case QueryTokenKind.Prefix:
                Complete(new PrefixClause(token.Text, token.Position, token.End - token.Position));
                break;
            case QueryTokenKind.Not when clauseFollows:
                group.Not = group.Not is null ? token : null;
                break;
            case QueryTokenKind.Or when clauseFollows && group.CanJoin:
                group.IsJoining = true;
                break;
            case QueryTokenKind.And when clauseFollows && group.CanJoin:
                break;
            case QueryTokenKind.Field when next is
            {
                Kind: QueryTokenKind.Word or QueryTokenKind.Prefix or QueryTokenKind.Phrase or QueryTokenKind.Open
            } && !IsInField:
                group.Field = token;
                break;
            case QueryTokenKind.Word:
                Complete(Word(token));
                break;
            default:
                notes.Add(new(token.Position, $"“{token.Text}” {ReasonForText(token)}; it is searched for as text."));
                Complete(Word(token));
                break;
        }
    }

    private string ReasonForText(QueryToken token) => token.Kind switch
    {
        QueryTokenKind.Field when IsInField => "is inside another field",
        QueryTokenKind.Field => "has no word after it",
        QueryTokenKind.Not => "has nothing to leave out",
        _ => "has nothing on one side",
    };

    private bool IsInField => group.IsInField || group.Field is not null;

    private static WordClause Word(QueryToken token) => new(token.Text, token.Position, token.Text.Length);

    private void Open(QueryToken token)
    {
        outer.Push(group);
        group = new() { Position = token.Position, IsInField = IsInField };
    }

    private void Close(QueryToken token)
    {
        var (clauses, start) = (Flatten(group.Clauses), group.Position);
        group = outer.Pop();
        if (clauses.Count > 0)
        {
            Complete(clauses is [var only] ? only : new AllClause(clauses, start, token.End - start));
            return;
        }
        notes.Add(new(start, "There is nothing between these parentheses; they are left out."));
        (group.Field, group.Not, group.IsJoining) = (null, null, false);
    }

    /// <summary>Applies the preceding field and negation to a clause and adds it to the group.</summary>
    private void Complete(Clause clause)
    {
        if (group.Field is { } field)
            clause = InField(field, clause);
        if (group.Not is { } not)
            clause = clause is NotClause inner ? inner.Clause : new NotClause(clause, not.Position, clause.End - not.Position);
        (group.Field, group.Not) = (null, null);

        if (group.IsJoining)
            group.Clauses[^1] = Join(group.Clauses[^1], clause);
        else
            group.Clauses.Add(clause);
        group.IsJoining = false;
    }

    /// <summary>Flattens nested sequences. This is done when a group ends, because an OR may follow a nested sequence.</summary>
    private static List<Clause> Flatten(List<Clause> clauses) =>
        [.. clauses.SelectMany(clause => clause is AllClause all ? all.Clauses : [clause])];

    private static AnyClause Join(Clause left, Clause right)
    {
        var clauses = new List<Clause>();
        foreach (var side in (ReadOnlySpan<Clause>)[left, right])
        {
            if (side is AnyClause any)
                clauses.AddRange(any.Clauses);
            else
                clauses.Add(side);
        }

        return new(clauses, left.Position, right.End - left.Position);
    }

    private Clause InField(QueryToken name, Clause clause)
    {
        var length = clause.End - name.Position;
        if (ClauseFields.TryField(name.Text, out var field))
            return new FieldClause(field, clause, name.Position, length);

        var filter = QueryFilter.ByName[name.Text]; // The lexer accepts only names of fields and filters.
        var values = new List<string>();
        if (TryValues(clause, ref filter, values))
            return new FilterClause(filter, values, name.Position, length);
        notes.Add(new(name.Position, $"“{name.Text}” takes {ClauseFields.ValuesOf(filter)}; this value is searched for as text."));
        return clause;
    }

    private static bool TryValues(Clause clause, ref QueryFilter filter, List<string> into)
    {
        var asked = filter;
        foreach (var typed in Words(clause))
        {
            var kind = asked;
            if (typed is null || ClauseFields.ReadValue(ref kind, typed) is not { } value)
                return false;
            if (into.Count > 0 && kind != filter)
                return false;
            filter = kind;
            if (!into.Contains(value))
                into.Add(value);
        }
        return into.Count > 0;
    }

    /// <summary>Returns the words of a filter value, two for <c>talk,keynote</c> and <c>(talk OR keynote)</c>, with a
    /// <see langword="null"/> for each part that cannot be a value.</summary>
    private static IEnumerable<string?> Words(Clause clause) => clause switch
    {
        WordClause word => word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries),
        PhraseClause phrase => [phrase.Text],
        AnyClause any => any.Clauses.SelectMany(Words),
        AllClause all => all.Clauses.SelectMany(Words),
        _ => [null],
    };

    /// <summary>A group in parentheses that is being parsed, or the whole query.</summary>
    private sealed class Group
    {
        public List<Clause> Clauses { get; } = [];

        public int Position { get; init; }

        public bool IsInField { get; init; }

        /// <summary>Name of the field whose value comes next.</summary>
        public QueryToken? Field { get; set; }

        /// <summary>Operator that negates the next clause.</summary>
        public QueryToken? Not { get; set; }

        /// <summary>Whether an OR waits for its right operand.</summary>
        public bool IsJoining { get; set; }

        /// <summary>Whether an operator would have a left operand here.</summary>
        public bool CanJoin => Clauses.Count > 0 && !IsJoining && (Field, Not) is (null, null);
    }
}
