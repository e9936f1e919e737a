using SearchNotes.Querying.Scoring;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Scores by document, dense, with a list of the documents that have one: as fast to clear as it was to fill.</summary>
internal sealed class DocScores(int maxDoc)
{
    private readonly Entry[] entries = new Entry[maxDoc];
    private readonly int[] touched = new int[maxDoc];
    private int count;

    /// <summary>Documents that were ever given a score, in the order of the first time.</summary>
    public ReadOnlySpan<int> Docs => touched.AsSpan(0, count);

    /// <summary>Room for the hits that are chosen from them: lent out with the scores, so that a frequent word costs no memory.</summary>
    public List<ScoredDocument> Hits { get; } = [];

    /// <summary>The score; 0 is no match.</summary>
    public float this[int doc] => entries[doc].Value;

    /// <summary>How much of the query's weight the document holds.</summary>
    public float Coverage(int doc) => entries[doc].Covered;

    /// <summary>Which words of the query it holds, a bit for each.</summary>
    public ulong Words(int doc) => entries[doc].Words;

    /// <summary>Adds to a score. What is added must be above 0.</summary>
    public void Add(int doc, float value)
    {
        ref var entry = ref entries[doc];
        if (entry.Value == 0f)
            Touch(doc);
        entry.Value += value;
    }

    /// <summary>Adds a part of a query: its score, its weight, its words.</summary>
    public void Add(int doc, float value, float weight, ulong bits)
    {
        ref var entry = ref entries[doc];
        if (entry.Value == 0f)
            Touch(doc);
        entry.Value += value;
        entry.Covered += weight;
        entry.Words |= bits;
    }

    /// <summary>Keeps the better of two alternatives.</summary>
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

    /// <summary>Takes a document out. Nothing is added to it after that.</summary>
    public void Remove(int doc) => entries[doc] = default;

    /// <summary>Multiplies a score.</summary>
    public void Scale(int doc, float factor) => entries[doc].Value *= factor;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var doc in Docs)
            Remove(doc);
        count = 0;
        Hits.Clear();
    }

    private void Touch(int doc) => touched[count++] = doc;

    /// <summary>What is known of a document, side by side: all of it is asked for together.</summary>
    private struct Entry
    {
        public float Value;
        public float Covered;
        public ulong Words;
    }
}
