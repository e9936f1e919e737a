using SearchNotes.Querying.Matching;

namespace SearchNotes.Querying.Snapshots;

/// <summary>A collection as one search sees it. It answers with what is known, and remembers what had to be guessed: the search is
/// repeated once that is known.</summary>
internal sealed class CollectionView(Collection collection)
{
    private readonly Dictionary<string, Condition> missing = new(StringComparer.Ordinal);

    /// <summary>The collection.</summary>
    public Collection Collection { get; } = collection;

    /// <summary>Conditions whose documents have to be counted.</summary>
    public IReadOnlyCollection<Condition> Missing => missing.Values;

    /// <summary>Returns the number of documents that contain a term, in the field where it is most frequent.</summary>
    public int CountOf(string term, FieldSet fields) => Collection.Words.Most(term, fields);

    /// <summary>Returns the number of documents that meet a condition, or an estimate.</summary>
    public int CountOf(Condition condition)
    {
        if (condition is TermCondition { Terms: [var term] } one && Collection.Words.TryCount(term, one.Fields, out var exact))
            return exact;
        // A field in which no word begins so has no part at all.
        if (condition is AnyCondition { Parts: [] } || (condition is SequenceCondition sequence && !IsPossible(sequence)))
            return 0;
        if (Collection.TryCount(condition, out var known))
            return known;
        missing[condition.Key] = condition;
        return Estimate(condition);
    }

    private bool IsPossible(SequenceCondition sequence) =>
        sequence.Steps.All(step => step.Any(term => CountOf(term, sequence.Fields) > 0));

    private int Estimate(Condition condition) => condition switch
    {
        TermCondition { Terms: [_, ..] } terms => terms.Terms.Max(term => CountOf(term, terms.Fields)),
        AnyCondition { Parts: [_, ..] } any => any.Parts.Max(Estimate),
        _ => 0,
    };
}
