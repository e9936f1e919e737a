namespace SearchNotes.Indexing.Analysis;

/// <summary>Interns terms, so that each word of a corpus is allocated once. Not thread-safe.</summary>
internal sealed class TermPool
{
    /// <summary>The pool is cleared at this number of terms: about 15 MB, far above any blog's vocabulary.</summary>
    private const int MaxTerms = 200_000;

    private readonly HashSet<string> terms = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TermPool() => lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the one string for a term.</summary>
    public string Intern(ReadOnlySpan<char> term)
    {
        if (lookup.TryGetValue(term, out var known))
            return known;
        if (terms.Count >= MaxTerms)
            terms.Clear();

        var made = term.ToString();
        terms.Add(made);
        return made;
    }
}
