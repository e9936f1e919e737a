namespace SearchNotes.Querying;

/// <summary>Scores by document, dense, with a list of the documents that have one: as fast to clear as it was to fill.</summary>
internal sealed class DocScores(int maxDoc)
{
    private readonly float[] values = new float[maxDoc];
    private readonly float[] covered = new float[maxDoc];
    private readonly ulong[] words = new ulong[maxDoc];
    private readonly int[] touched = new int[maxDoc];
    private int count;

    /// <summary>Documents that were ever given a score, in the order of the first time.</summary>
    public ReadOnlySpan<int> Docs => touched.AsSpan(0, count);

    /// <summary>Room for the hits that are chosen from them: lent out with the scores, so that a frequent word costs no memory.</summary>
    public List<Candidate> Hits { get; } = [];

    /// <summary>The score; 0 is no match.</summary>
    public float this[int doc] => values[doc];

    /// <summary>How much of the query's weight the document holds.</summary>
    public float Covered(int doc) => covered[doc];

    /// <summary>Which words of the query it holds, a bit for each.</summary>
    public ulong Words(int doc) => words[doc];

    /// <summary>Adds to a score. What is added must be above 0.</summary>
    public void Add(int doc, float value)
    {
        if (values[doc] == 0f) Touch(doc);
        values[doc] += value;
    }

    /// <summary>Adds a part of a query: its score, its weight, its words.</summary>
    public void Add(int doc, float value, float weight, ulong bits)
    {
        Add(doc, value);
        covered[doc] += weight;
        words[doc] |= bits;
    }

    /// <summary>Keeps the better of two alternatives.</summary>
    public void Best(int doc, float value, float weight, ulong bits)
    {
        words[doc] |= bits;
        if (value <= values[doc]) return;
        if (values[doc] == 0f) Touch(doc);
        (values[doc], covered[doc]) = (value, weight);
    }

    /// <summary>Takes a document out. Nothing is added to it after that.</summary>
    public void Remove(int doc) => (values[doc], covered[doc], words[doc]) = (0f, 0f, 0UL);

    /// <summary>Multiplies a score.</summary>
    public void Scale(int doc, float factor) => values[doc] *= factor;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var doc in Docs) Remove(doc);
        count = 0;
        Hits.Clear();
    }

    private void Touch(int doc) => touched[count++] = doc;
}
