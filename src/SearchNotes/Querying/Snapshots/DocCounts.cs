namespace SearchNotes.Querying.Snapshots;

/// <summary>What the occurrences of a word count in each document, dense, with a list of the documents that have any. A number
/// each, and not the whole of <see cref="DocScores"/>: frequent words go through all of it.</summary>
internal sealed class DocCounts(int maxDoc)
{
    private readonly float[] values = new float[maxDoc];
    private readonly int[] touched = new int[maxDoc];
    private int count;

    /// <summary>Documents that were ever counted in, in the order of the first time.</summary>
    public ReadOnlySpan<int> Docs => touched.AsSpan(0, count);

    /// <summary>What was counted; 0 without an occurrence.</summary>
    public float this[int doc] => values[doc];

    /// <summary>Adds an occurrence, which counts more than 0.</summary>
    public void Add(int doc, float value)
    {
        ref var sum = ref values[doc];
        if (sum == 0f)
            touched[count++] = doc;
        sum += value;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var doc in Docs)
            values[doc] = 0f;
        count = 0;
    }
}
