namespace SearchNotes.Querying.Matching;

/// <summary>The documents that match a query word, as conditions.</summary>
internal static class WordConditions
{
    /// <summary>Maximum number of terms of a sequence that are matched. A longer quotation is matched by its first words.</summary>
    public const int MaxSteps = 32;

    /// <summary>Returns the condition for a match of one of the kinds; <see langword="null"/> when the word has none of them.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isKind">Whether a match kind counts.</param>
    /// <param name="besides">A further sequence that counts as a match.</param>
    public static Condition? Of(QueryWord word, Func<MatchKind, bool> isKind, TermSequence? besides = null)
    {
        var parts = new List<Condition>();
        foreach (var terms in word.TermGroups.Where(group => isKind(group.Kind)).SelectMany(group => group.Terms)
            .GroupBy(term => term.Fields))
        {
            parts.Add(new TermCondition(terms.Key, [.. terms.Select(term => term.Term).Distinct(StringComparer.Ordinal)]));
        }

        parts.AddRange(word.Sequences.Where(sequence => isKind(sequence.Kind)).Select(sequence => Of(sequence, word.Fields)));
        if (besides is not null)
            parts.Add(Of(besides, word.Fields));
        return parts.Count == 0 ? null : Condition.Any(parts);
    }

    /// <summary>Returns the condition for a sequence.</summary>
    public static Condition Of(TermSequence sequence, FieldSet fields) => sequence.Steps is [var only]
        ? new TermCondition(fields, only)
        : new SequenceCondition(fields, [.. sequence.Steps.Take(MaxSteps)]);
}
