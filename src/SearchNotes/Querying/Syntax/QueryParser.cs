namespace SearchNotes.Querying.Syntax;

/// <summary>Makes the tree of a query from its pieces, with a stack of its own: nesting costs no call depth.</summary>
/// <param name="pieces">The pieces, parentheses balanced.</param>
/// <param name="notes">Takes what is odd.</param>
internal sealed class QueryParser(List<QueryToken> pieces, List<Note> notes)
{
    private readonly Stack<Group> outer = new();
    private Group group = new();

    /// <summary>The clauses of the query, in the order typed.</summary>
    public List<Clause> Parse()
    {
        for (var i = 0; i < pieces.Count; i++)
            Take(pieces[i], i + 1 < pieces.Count ? pieces[i + 1] : null);
        return Flat(group.Clauses);
    }

    private void Take(QueryToken piece, QueryToken? next)
    {
        var clauseFollows = next is { BeginsClause: true };
        switch (piece.Kind)
        {
            case QueryTokenKind.Open:
                Open(piece);
                break;
            case QueryTokenKind.Close:
                Close(piece);
                break;
            case QueryTokenKind.Phrase:
                Complete(new PhraseClause(piece.Text, piece.Position, piece.End - piece.Position));
                break;
            case QueryTokenKind.Prefix:
                Complete(new PrefixClause(piece.Text, piece.Position, piece.End - piece.Position));
                break;
            case QueryTokenKind.Not when clauseFollows:
                group.Not = group.Not is null ? piece : null;
                break;
            case QueryTokenKind.Or when clauseFollows && group.CanJoin:
                group.IsJoining = true;
                break;
            case QueryTokenKind.And when clauseFollows && group.CanJoin:
                break;
            case QueryTokenKind.Field when next is { Kind: QueryTokenKind.Word or QueryTokenKind.Prefix or QueryTokenKind.Phrase
                or QueryTokenKind.Open } && !IsInField:
                group.Field = piece;
                break;
            case QueryTokenKind.Word:
                Complete(Word(piece));
                break;
            default:
                notes.Add(new(piece.Position, $"“{piece.Text}” {WhyText(piece)}; it is searched for as text."));
                Complete(Word(piece));
                break;
        }
    }

    private string WhyText(QueryToken piece) => piece.Kind switch
    {
        QueryTokenKind.Field when IsInField => "stands inside another field",
        QueryTokenKind.Field => "has no word behind it",
        QueryTokenKind.Not => "leaves out nothing",
        _ => "has nothing on one side",
    };

    private bool IsInField => group.IsInField || group.Field is not null;

    private static WordClause Word(QueryToken piece) => new(piece.Text, piece.Position, piece.Text.Length);

    private void Open(QueryToken piece)
    {
        outer.Push(group);
        group = new() { Position = piece.Position, IsInField = IsInField };
    }

    private void Close(QueryToken piece)
    {
        var (clauses, start) = (Flat(group.Clauses), group.Position);
        group = outer.Pop();
        if (clauses.Count > 0)
        {
            Complete(clauses is [var only] ? only : new AllClause(clauses, start, piece.End - start));
            return;
        }
        notes.Add(new(start, "There is nothing between these parentheses; they are left out."));
        (group.Field, group.Not, group.IsJoining) = (null, null, false);
    }

    /// <summary>Gives a clause the field and the negation that stood before it, and its place in the group.</summary>
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

    /// <summary>A sequence inside a sequence is one sequence. Not before its group ends, for an OR may follow it.</summary>
    private static List<Clause> Flat(List<Clause> clauses) =>
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

        ClauseFields.TryFilter(name.Text, out var filter);
        var values = new List<string>();
        if (TryValues(clause, ref filter, values))
            return new FilterClause(filter, values, name.Position, length);
        notes.Add(new(name.Position, $"“{name.Text}” takes {ClauseFields.ValuesOf(filter)}; what stands here is searched for as text."));
        return clause;
    }

    private static bool TryValues(Clause clause, ref FilterKind filter, List<string> into)
    {
        var asked = filter;
        foreach (var typed in Words(clause))
        {
            var kind = asked;
            if (typed is null || ClauseFields.ReadValue(ref kind, typed) is not { } value || into.Count > 0 && kind != filter)
                return false;
            filter = kind;
            if (!into.Contains(value))
                into.Add(value);
        }
        return into.Count > 0;
    }

    /// <summary>The words of a filter's value: <c>talk,keynote</c> and <c>(talk OR keynote)</c> are two; a <see langword="null"/> for what
    /// cannot be one.</summary>
    private static IEnumerable<string?> Words(Clause clause) => clause switch
    {
        WordClause word => word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries),
        PhraseClause phrase => [phrase.Text],
        AnyClause any => any.Clauses.SelectMany(Words),
        AllClause all => all.Clauses.SelectMany(Words),
        _ => [null],
    };

    /// <summary>A pair of parentheses that is being read, or the whole query.</summary>
    private sealed class Group
    {
        public List<Clause> Clauses { get; } = [];

        public int Position { get; init; }

        public bool IsInField { get; init; }

        /// <summary>The name of a field that waits for its value.</summary>
        public QueryToken? Field { get; set; }

        /// <summary>The sign that leaves out the next clause.</summary>
        public QueryToken? Not { get; set; }

        /// <summary>An OR waits for its right side.</summary>
        public bool IsJoining { get; set; }

        /// <summary>Whether an operator has a left side here.</summary>
        public bool CanJoin => Clauses.Count > 0 && !IsJoining && Field is null && Not is null;
    }
}
