using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNotes.Semantic.Vectors;

/// <summary>The direction of a vector with one signed byte per number.</summary>
internal sealed class PassageVector
{
    private readonly sbyte[] numbers;
    private readonly float length;

    /// <summary>Creates a vector from its bytes.</summary>
    /// <param name="numbers">The bytes; their number is a multiple of 32.</param>
    public PassageVector(sbyte[] numbers)
    {
        this.numbers = numbers;
        length = MathF.Max(MathF.Sqrt(SumOfProducts(numbers, numbers)), float.Epsilon);
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<sbyte>(numbers);

    /// <summary>Rounds a vector.</summary>
    public static PassageVector Of(ReadOnlySpan<float> vector)
    {
        var scale = sbyte.MaxValue / MathF.Max(MathF.Abs(TensorPrimitives.MaxMagnitude(vector)), float.Epsilon);
        var rounded = new sbyte[vector.Length];
        for (var i = 0; i < rounded.Length; i++)
            rounded[i] = (sbyte)MathF.Round(vector[i] * scale);
        return new PassageVector(rounded);
    }

    /// <summary>Returns the cosine of the angle between two vectors.</summary>
    public float Similarity(PassageVector other) => SumOfProducts(numbers, other.numbers) / (length * other.length);

    private static int SumOfProducts(sbyte[] first, sbyte[] second)
    {
        var sums = Vector256<int>.Zero;
        for (var i = 0; i < first.Length; i += Vector256<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(first.AsSpan(i)));
            var (otherLow, otherHigh) = Vector256.Widen(Vector256.Create(second.AsSpan(i)));
            // Two products of signed bytes above -128 fit into 16 bits.
            var (lowSums, highSums) = Vector256.Widen((low * otherLow) + (high * otherHigh));
            sums += lowSums + highSums;
        }

        return Vector256.Sum(sums);
    }
}
