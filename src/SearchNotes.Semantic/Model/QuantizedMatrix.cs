using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNotes.Semantic.Model;

/// <summary>A weight matrix with a bias, one signed byte per weight and one scale per output.</summary>
/// <remarks>The weights are stored in panels of 16 outputs. A panel is converted to numbers once and then multiplied with all rows, four at
/// a time, so that it stays in the first-level cache and the eight sums of a tile in registers.</remarks>
internal sealed class QuantizedMatrix
{
    /// <summary>Rows that are multiplied together. Buffers of rows have a multiple of it.</summary>
    public const int RowsPerTile = 4;

    private const int PanelWidth = 16;
    private const int VectorWidth = 8;

    private readonly sbyte[] panels;
    private readonly float[] scales;
    private readonly float[] bias;

    /// <summary>Creates the matrix.</summary>
    /// <param name="weights">The weights of the first output, then those of the second, and so on.</param>
    /// <param name="scales">The scale of each output. Their number is a multiple of 16.</param>
    /// <param name="bias">The bias of each output.</param>
    public QuantizedMatrix(ReadOnlySpan<sbyte> weights, float[] scales, float[] bias)
    {
        (this.scales, this.bias) = (scales, bias);
        Inputs = weights.Length / scales.Length;
        panels = new sbyte[weights.Length];
        for (var output = 0; output < Outputs; output++)
        {
            var panel = panels.AsSpan(output / PanelWidth * PanelWidth * Inputs);
            for (var input = 0; input < Inputs; input++)
                panel[(input * PanelWidth) + (output % PanelWidth)] = weights[(output * Inputs) + input];
        }
    }

    /// <summary>Number of values in a row that goes in.</summary>
    public int Inputs { get; }

    /// <summary>Number of values in a row that comes out.</summary>
    public int Outputs => scales.Length;

    /// <summary>Multiplies rows.</summary>
    /// <param name="rows">The rows, one behind the other.</param>
    /// <param name="count">Number of rows; both buffers hold that number rounded up to a multiple of <see cref="RowsPerTile"/>.</param>
    /// <param name="panel">A buffer of 16 times <see cref="Inputs"/> values.</param>
    /// <param name="results">Receives the products.</param>
    public void Multiply(ReadOnlySpan<float> rows, int count, Span<float> panel, Span<float> results)
    {
        var padded = (count + RowsPerTile - 1) / RowsPerTile * RowsPerTile;
        rows = rows[..(padded * Inputs)];
        results = results[..(padded * Outputs)];
        panel = panel[..(PanelWidth * Inputs)];
        for (var output = 0; output < Outputs; output += PanelWidth)
        {
            Convert(panels.AsSpan(output * Inputs, panel.Length), panel);
            for (var row = 0; row < padded; row += RowsPerTile)
                MultiplyTile(rows[(row * Inputs)..], panel, results[((row * Outputs) + output)..], output);
        }
    }

    private static void Convert(ReadOnlySpan<sbyte> bytes, Span<float> numbers)
    {
        ref var from = ref MemoryMarshal.GetReference(bytes);
        ref var to = ref MemoryMarshal.GetReference(numbers);
        // Inputs is a multiple of 2, so 32 weights are always there.
        for (var i = 0; i < bytes.Length; i += 4 * VectorWidth)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            Store(low, ref to, i);
            Store(high, ref to, i + (2 * VectorWidth));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<short> numbers, ref float to, int at)
    {
        var (low, high) = Vector256.Widen(numbers);
        Vector256.ConvertToSingle(low).StoreUnsafe(ref to, (nuint)at);
        Vector256.ConvertToSingle(high).StoreUnsafe(ref to, (nuint)(at + VectorWidth));
    }

    private void MultiplyTile(ReadOnlySpan<float> rows, ReadOnlySpan<float> panel, Span<float> results, int output)
    {
        ref var row0 = ref MemoryMarshal.GetReference(rows);
        ref var row1 = ref Unsafe.Add(ref row0, Inputs);
        ref var row2 = ref Unsafe.Add(ref row1, Inputs);
        ref var row3 = ref Unsafe.Add(ref row2, Inputs);
        ref var weights = ref MemoryMarshal.GetReference(panel);
        var (low0, low1, low2, low3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (high0, high1, high2, high3) = (low0, low0, low0, low0);
        for (nuint input = 0; input < (nuint)Inputs; input++)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref weights), Vector256.LoadUnsafe(ref weights, VectorWidth));
            weights = ref Unsafe.Add(ref weights, PanelWidth);
            var value = Vector256.Create(Unsafe.Add(ref row0, input));
            low0 = Vector256.FusedMultiplyAdd(low, value, low0);
            high0 = Vector256.FusedMultiplyAdd(high, value, high0);
            value = Vector256.Create(Unsafe.Add(ref row1, input));
            low1 = Vector256.FusedMultiplyAdd(low, value, low1);
            high1 = Vector256.FusedMultiplyAdd(high, value, high1);
            value = Vector256.Create(Unsafe.Add(ref row2, input));
            low2 = Vector256.FusedMultiplyAdd(low, value, low2);
            high2 = Vector256.FusedMultiplyAdd(high, value, high2);
            value = Vector256.Create(Unsafe.Add(ref row3, input));
            low3 = Vector256.FusedMultiplyAdd(low, value, low3);
            high3 = Vector256.FusedMultiplyAdd(high, value, high3);
        }

        Finish(low0, high0, output, results);
        Finish(low1, high1, output, results[Outputs..]);
        Finish(low2, high2, output, results[(2 * Outputs)..]);
        Finish(low3, high3, output, results[(3 * Outputs)..]);
    }

    private void Finish(Vector256<float> low, Vector256<float> high, int output, Span<float> results)
    {
        (low * Vector256.Create(scales.AsSpan(output)) + Vector256.Create(bias.AsSpan(output))).CopyTo(results);
        output += VectorWidth;
        (high * Vector256.Create(scales.AsSpan(output)) + Vector256.Create(bias.AsSpan(output))).CopyTo(results[VectorWidth..]);
    }
}
