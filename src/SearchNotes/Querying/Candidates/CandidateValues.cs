using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchNotes.Querying.Candidates;

/// <summary>A number per document.</summary>
internal sealed class CandidateNumbers(Func<int, long> of) : NumericDocValues
{
    /// <inheritdoc/>
    public override long Get(int docID) => of(docID);
}

/// <summary>A key per document, or none, ordered by its characters.</summary>
internal sealed class CandidateKeys : SortedDocValues
{
    private readonly string[] sorted;
    private readonly int[] ordinals;

    /// <summary>Creates the keys.</summary>
    public CandidateKeys(string?[] keys)
    {
        sorted = [.. keys.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ordinals = Array.ConvertAll(keys, key => key is null ? -1 : Array.BinarySearch(sorted, key, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override int ValueCount => sorted.Length;

    /// <inheritdoc/>
    public override int GetOrd(int docID) => ordinals[docID];

    /// <inheritdoc/>
    public override void LookupOrd(int ord, BytesRef result) => result.CopyBytes(new BytesRef(sorted[ord]));
}

/// <summary>Any number of values per document.</summary>
internal sealed class CandidateValues : SortedSetDocValues
{
    private readonly string[] sorted;
    private readonly long[][] ordinals;
    private long[] current = [];
    private int next;

    /// <summary>Creates the values.</summary>
    public CandidateValues(string[][] values)
    {
        sorted = [.. values.SelectMany(of => of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ordinals = Array.ConvertAll(values, of =>
            of.Select(value => (long)Array.BinarySearch(sorted, value, StringComparer.Ordinal)).Distinct().Order().ToArray());
    }

    /// <inheritdoc/>
    public override long ValueCount => sorted.Length;

    /// <inheritdoc/>
    public override void SetDocument(int docID) => (current, next) = (ordinals[docID], 0);

    /// <inheritdoc/>
    public override long NextOrd() => next < current.Length ? current[next++] : NO_MORE_ORDS;

    /// <inheritdoc/>
    public override void LookupOrd(long ord, BytesRef result) => result.CopyBytes(new BytesRef(sorted[ord]));
}
