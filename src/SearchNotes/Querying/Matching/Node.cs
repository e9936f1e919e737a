namespace SearchNotes.Querying.Matching;

/// <summary>A node of a query plan: a query resolved for one snapshot, with the index terms of every word.</summary>
internal abstract record Node
{
    /// <summary>Weight of this part in the query: the rarer its words, the higher.</summary>
    public abstract float Weight { get; }

    /// <summary>Whether hits must match this part, provided that any document does. True for parts with a field prefix, because the reader
    /// chose the field deliberately.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>A word or a phrase.</summary>
internal sealed record WordNode(QueryWord Word) : Node
{
    public override float Weight => Word.Weight;
}

/// <summary>Parts that should all match. Documents that match only some of them are still hits.</summary>
internal sealed record AllNode(IReadOnlyList<Node> Parts) : Node
{
    public override float Weight { get; } = Parts.Sum(p => p.Weight);
}

/// <summary>Parts of which at least one must match.</summary>
internal sealed record AnyNode(IReadOnlyList<Node> Parts) : Node
{
    public override float Weight { get; } = Parts.Max(p => p.Weight);
}

/// <summary>A part that must not match.</summary>
internal sealed record NotNode(Node Part) : Node
{
    public override float Weight => 0f;
}

/// <summary>A condition that does not affect the score.</summary>
/// <param name="Accepts">The condition on a document at hand.</param>
/// <param name="Condition">The same condition as plain data.</param>
internal sealed record FilterNode(Func<int, bool> Accepts, Condition Condition) : Node
{
    public override float Weight => 0f;
}
