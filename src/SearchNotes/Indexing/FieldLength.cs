using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace SearchNotes.Indexing;

/// <summary>Encodes the length of a field in one byte: exact up to 63 words, then in steps of 4.5 %.</summary>
/// <remarks>Lucene's own encoding has a mantissa of three bits and cannot tell a title of 11 words from a title of 16.</remarks>
internal static class FieldLength
{
    private const int LastExact = 63;
    private const double Step = 1.045;

    /// <summary>The length in words for each byte.</summary>
    public static readonly float[] Decoded = Decode();

    /// <summary>Encodes a length in words.</summary>
    public static byte Encode(int length)
    {
        if (length <= LastExact)
            return (byte)Math.Max(length, 0);
        var steps = Math.Round(Math.Log((double)length / LastExact) / Math.Log(Step));
        return (byte)Math.Min(LastExact + steps, byte.MaxValue);
    }

    private static float[] Decode()
    {
        var lengths = new float[byte.MaxValue + 1];
        for (var b = 0; b < lengths.Length; b++)
            lengths[b] = b <= LastExact ? b : (float)(LastExact * Math.Pow(Step, b - LastExact));
        return lengths;
    }
}

/// <summary>Encodes field lengths for Lucene. It computes no scores: <c>Querying</c> scores from the postings directly.</summary>
internal sealed class LengthSimilarity : Similarity
{
    public override long ComputeNorm(FieldInvertState state) => (sbyte)FieldLength.Encode(state.Length - state.NumOverlap);

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        throw new NotSupportedException("Scores are computed by TalkScorer.");

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        throw new NotSupportedException("Scores are computed by TalkScorer.");
}
