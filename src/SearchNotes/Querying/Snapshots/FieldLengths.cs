using Lucene.Net.Index;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Snapshots;

/// <summary>Lengths of a field per document, with the weight that each length gives to one occurrence.</summary>
internal sealed class FieldLengths
{
    private FieldLengths(byte[] lengths, float[] factors, double average) => (Lengths, Factors, Average) = (lengths, factors, average);

    /// <summary>Encoded field length per document of the whole index, one byte each.</summary>
    public byte[] Lengths { get; }

    /// <summary>Weight of one occurrence by encoded length: weight / (1 - b + b · length / average).</summary>
    public float[] Factors { get; }

    /// <summary>Average length in words of the documents that have the field; 1 when none has.</summary>
    public double Average { get; }

    /// <summary>Reads the lengths of a field.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="field">The field.</param>
    /// <param name="known">The average length in the collection, when the index holds only some of its documents.</param>
    public static FieldLengths Read(IndexReader reader, TextField field, double? known = null)
    {
        var lengths = new byte[reader.MaxDoc];
        var (sum, count) = (0.0, 0);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetNormValues(field.Name) is not { } norms)
                continue;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                var length = (byte)norms.Get(doc);
                if (length == 0)
                    continue;
                lengths[leaf.DocBase + doc] = length;
                sum += FieldLength.Decoded[length];
                count++;
            }
        }

        var average = known ?? (count == 0 ? 1.0 : sum / count);
        var factors = new float[byte.MaxValue + 1];
        for (var b = 0; b < factors.Length; b++)
        {
            var relative = b == 0 ? 1.0 : FieldLength.Decoded[b] / average;
            factors[b] = (float)(field.Weight / (1 - field.B + (field.B * relative)));
        }

        return new FieldLengths(lengths, factors, average);
    }
}
