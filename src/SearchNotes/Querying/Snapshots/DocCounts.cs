namespace SearchNotes.Querying.Snapshots;

/// <summary>Weighted occurrence counts of a word per document, as a dense array with a list of the counted documents. It holds one number
/// per document instead of a full <see cref="DocScores"/> entry, because counting a frequent word touches every document.</summary>
internal sealed class DocCounts(int maxDoc)
{
    private readonly float[] values = new float[maxDoc];
    private readonly int[] touched = new int[maxDoc];
    private int count;

    /// <summary>Documents with a count, in the order in which they were first counted.</summary>
    public ReadOnlySpan<int> Docs => touched.AsSpan(0, count);

    /// <summary>Count of a document; 0 without occurrences.</summary>
    public float this[int doc] => values[doc];

    /// <summary>Adds an occurrence. The value must be above 0.</summary>
    public void Add(int doc, float value)
    {
        ref var sum = ref values[doc];
        if (sum == 0f)
            touched[count++] = doc;
        sum += value;
    }

    /// <summary>Keeps the larger of two counts. The value must be above 0.</summary>
    public void KeepMost(int doc, float value)
    {
        ref var most = ref values[doc];
        if (most == 0f)
            touched[count++] = doc;
        most = Math.Max(most, value);
    }

    /// <summary>Resets all counts.</summary>
    public void Clear()
    {
        foreach (var doc in Docs)
            values[doc] = 0f;
        count = 0;
    }
}
