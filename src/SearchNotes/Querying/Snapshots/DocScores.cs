namespace SearchNotes.Querying.Snapshots;

/// <summary>Scores per document, as a dense array with a list of the scored documents. Clearing costs only as much as filling
/// did.</summary>
internal sealed class DocScores(int maxDoc)
{
    private readonly Entry[] entries = new Entry[maxDoc];
    private readonly int[] touched = new int[maxDoc];
    private int count;

    /// <summary>Documents that were given a score, in the order in which they were first scored. Removed documents stay in the
    /// list.</summary>
    public ReadOnlySpan<int> Docs => touched.AsSpan(0, count);

    /// <summary>Buffer for the hits selected from these scores. It is rented together with the scores, so that a frequent word allocates
    /// nothing.</summary>
    public List<ScoredDocument> Hits { get; } = [];

    /// <summary>Score of a document; 0 means no match.</summary>
    public float this[int doc] => entries[doc].Value;

    /// <summary>Returns the weight of the query words that a document contains.</summary>
    public float Coverage(int doc) => entries[doc].Covered;

    /// <summary>Returns the query words that a document contains, one bit per word.</summary>
    public ulong Words(int doc) => entries[doc].Words;

    /// <summary>Adds to a score. The value must be above 0.</summary>
    public void Add(int doc, float value)
    {
        ref var entry = ref entries[doc];
        if (entry.Value == 0f)
            Touch(doc);
        entry.Value += value;
    }

    /// <summary>Adds the score, weight and words of a part of the query.</summary>
    public void Add(int doc, float value, float weight, ulong bits)
    {
        ref var entry = ref entries[doc];
        if (entry.Value == 0f)
            Touch(doc);
        entry.Value += value;
        entry.Covered += weight;
        entry.Words |= bits;
    }

    /// <summary>Keeps the better of two alternative scores.</summary>
    public void KeepBest(int doc, float value, float weight, ulong bits)
    {
        ref var entry = ref entries[doc];
        entry.Words |= bits;
        if (value <= entry.Value)
            return;
        if (entry.Value == 0f)
            Touch(doc);
        (entry.Value, entry.Covered) = (value, weight);
    }

    /// <summary>Removes a document. Nothing may be added to it afterwards.</summary>
    public void Remove(int doc) => entries[doc] = default;

    /// <summary>Resets all scores.</summary>
    public void Clear()
    {
        foreach (var doc in Docs)
            Remove(doc);
        count = 0;
        Hits.Clear();
    }

    private void Touch(int doc) => touched[count++] = doc;

    /// <summary>All values of a document, stored together because they are read together.</summary>
    private struct Entry
    {
        public float Value;
        public float Covered;
        public ulong Words;
    }
}
