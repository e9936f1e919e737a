namespace SearchNotes.ModelMaker;

/// <summary>Rounds weights to signed bytes, with a scale for each row.</summary>
internal static class Quantization
{
    /// <summary>Returns the scale of each row and the rounded weights.</summary>
    /// <param name="weights">The weights, row by row.</param>
    /// <param name="width">Length of a row.</param>
    public static (float[] Scales, sbyte[] Weights) ByRow(float[] weights, int width)
    {
        var (scales, rounded) = (new float[weights.Length / width], new sbyte[weights.Length]);
        for (var row = 0; row < scales.Length; row++)
        {
            var values = weights.AsSpan(row * width, width);
            var most = 0f;
            foreach (var value in values)
                most = Math.Max(most, Math.Abs(value));
            scales[row] = most == 0f ? 1f : most / sbyte.MaxValue;
            for (var i = 0; i < width; i++)
                rounded[(row * width) + i] = (sbyte)MathF.Round(values[i] / scales[row]);
        }

        return (scales, rounded);
    }
}
