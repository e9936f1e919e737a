using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SearchNotes.Semantic.Model;

/// <summary>Reads the contents of a model file in order. All numbers are little-endian.</summary>
/// <param name="bytes">The contents.</param>
internal sealed class WeightReader(ReadOnlyMemory<byte> bytes)
{
    private int position;

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => position == bytes.Length;

    /// <summary>Reads a whole number.</summary>
    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads numbers.</summary>
    public float[] Numbers(int count) => MemoryMarshal.Cast<byte, float>(Take(count * sizeof(float))).ToArray();

    /// <summary>Reads signed bytes.</summary>
    public ReadOnlySpan<sbyte> Bytes(int count) => MemoryMarshal.Cast<byte, sbyte>(Take(count));

    /// <summary>Reads lines of text, preceded by their size in bytes.</summary>
    public string[] Lines() => Encoding.UTF8.GetString(Take(Number())).Split('\n');

    /// <summary>Reads a matrix: scales and biases of the outputs, then the weights.</summary>
    public QuantizedMatrix Matrix(int inputs, int outputs)
    {
        var (scales, bias) = (Numbers(outputs), Numbers(outputs));
        return new QuantizedMatrix(Bytes(inputs * outputs), scales, bias);
    }

    /// <summary>Reads a layer normalization: weights, then biases.</summary>
    public LayerNorm Norm(int width) => new(Numbers(width), Numbers(width));

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = bytes.Span.Slice(position, count);
        position += count;
        return taken;
    }
}
