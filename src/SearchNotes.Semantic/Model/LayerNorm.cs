using System.Numerics.Tensors;

namespace SearchNotes.Semantic.Model;

/// <summary>Layer normalization: each row gets mean 0 and variance 1, then a learned weight and bias per value.</summary>
/// <param name="weight">The weight of each value of a row.</param>
/// <param name="bias">The bias of each value of a row.</param>
internal sealed class LayerNorm(float[] weight, float[] bias)
{
    /// <summary>The model's own epsilon.</summary>
    private const float Epsilon = 1e-12f;

    /// <summary>Normalizes a row in place.</summary>
    public void Apply(Span<float> row)
    {
        var mean = TensorPrimitives.Sum(row) / row.Length;
        TensorPrimitives.Subtract(row, mean, row);
        var variance = TensorPrimitives.SumOfSquares(row) / row.Length;
        TensorPrimitives.Multiply(row, 1f / MathF.Sqrt(variance + Epsilon), row);
        TensorPrimitives.MultiplyAdd(row, weight, bias, row);
    }
}
