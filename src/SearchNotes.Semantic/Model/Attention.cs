using System.Numerics.Tensors;

namespace SearchNotes.Semantic.Model;

/// <summary>Scaled dot-product attention of all heads, between the matrices of queries, keys and values and that of the output.</summary>
/// <param name="shape">Sizes of the model.</param>
internal sealed class Attention(ModelShape shape)
{
    private readonly float scale = 1f / MathF.Sqrt(shape.HeadSize);

    /// <summary>Lets the first tokens attend to all tokens.</summary>
    /// <param name="work">The buffers, with queries, keys and values; receives what is attended to.</param>
    /// <param name="tokens">Number of tokens.</param>
    /// <param name="attending">Number of the first tokens whose result is needed.</param>
    public void Apply(Workspace work, int tokens, int attending)
    {
        for (var head = 0; head < shape.Heads; head++)
        {
            Transpose(work.Key, head, tokens, work.KeyColumns);
            Transpose(work.Value, head, tokens, work.ValueColumns);
            for (var token = 0; token < attending; token++)
                Attend(work, tokens, (token * shape.Hidden) + (head * shape.HeadSize));
        }
    }

    private void Attend(Workspace work, int tokens, int at)
    {
        var weights = work.Weights.AsSpan(0, tokens);
        var query = work.Query.AsSpan(at, shape.HeadSize);
        weights.Clear();
        for (var i = 0; i < query.Length; i++)
            TensorPrimitives.MultiplyAdd(work.KeyColumns.AsSpan(i * tokens, tokens), query[i] * scale, weights, weights);
        // SoftMax itself overflows where a weight is large.
        TensorPrimitives.Subtract(weights, TensorPrimitives.Max(weights), weights);
        TensorPrimitives.SoftMax(weights, weights);
        var attended = work.Attended.AsSpan(at, shape.HeadSize);
        for (var i = 0; i < attended.Length; i++)
            attended[i] = TensorPrimitives.Dot(weights, work.ValueColumns.AsSpan(i * tokens, tokens));
    }

    private void Transpose(float[] rows, int head, int tokens, float[] columns)
    {
        for (var token = 0; token < tokens; token++)
        {
            var row = rows.AsSpan((token * shape.Hidden) + (head * shape.HeadSize), shape.HeadSize);
            for (var i = 0; i < row.Length; i++)
                columns[(i * tokens) + token] = row[i];
        }
    }
}
