using System.Collections.Concurrent;

namespace SearchNotes.Querying.Candidates;

/// <summary>Keeps one copy of each term, for the many talks that hold it. Thread-safe.</summary>
internal sealed class TermPool
{
    /// <summary>After this number of terms it begins anew; those that talks hold stay theirs.</summary>
    private const int MaxTerms = 200_000;

    private readonly ConcurrentDictionary<string, string> terms = new(StringComparer.Ordinal);
    private int added;

    /// <summary>Returns the copy of a term.</summary>
    public string Of(string term)
    {
        if (terms.TryGetValue(term, out var known))
            return known;
        if (Interlocked.Increment(ref added) % MaxTerms == 0)
            terms.Clear();
        return terms.GetOrAdd(term, term);
    }
}
