using System.Numerics.Tensors;

namespace SearchNotes.Semantic.Model;

/// <summary>A layer of BERT: attention, then two matrices with an activation between them. Each of the two steps is added to its input and
/// normalized.</summary>
/// <remarks>Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", 2019.</remarks>
internal sealed class TransformerLayer
{
    private readonly ModelShape shape;
    private readonly Attention attention;

    /// <summary>Reads the weights of a layer.</summary>
    public TransformerLayer(ModelShape shape, WeightReader weights)
    {
        (this.shape, attention) = (shape, new Attention(shape));
        Query = weights.Matrix(shape.Hidden, shape.Hidden);
        Key = weights.Matrix(shape.Hidden, shape.Hidden);
        Value = weights.Matrix(shape.Hidden, shape.Hidden);
        Output = weights.Matrix(shape.Hidden, shape.Hidden);
        AttentionNorm = weights.Norm(shape.Hidden);
        Widen = weights.Matrix(shape.Hidden, shape.Inner);
        Narrow = weights.Matrix(shape.Inner, shape.Hidden);
        OutputNorm = weights.Norm(shape.Hidden);
    }

    private QuantizedMatrix Query { get; }

    private QuantizedMatrix Key { get; }

    private QuantizedMatrix Value { get; }

    private QuantizedMatrix Output { get; }

    private LayerNorm AttentionNorm { get; }

    private QuantizedMatrix Widen { get; }

    private QuantizedMatrix Narrow { get; }

    private LayerNorm OutputNorm { get; }

    /// <summary>Applies the layer to <see cref="Workspace.Hidden"/>.</summary>
    /// <param name="work">The buffers.</param>
    /// <param name="tokens">Number of tokens.</param>
    /// <param name="needed">Number of the first tokens whose result is needed; the last layer needs one.</param>
    public void Apply(Workspace work, int tokens, int needed)
    {
        Query.Multiply(work.Hidden, needed, work.Panel, work.Query);
        Key.Multiply(work.Hidden, tokens, work.Panel, work.Key);
        Value.Multiply(work.Hidden, tokens, work.Panel, work.Value);
        attention.Apply(work, tokens, needed);
        Output.Multiply(work.Attended, needed, work.Panel, work.Projected);
        AddAndNormalize(work, needed, AttentionNorm);

        Widen.Multiply(work.Hidden, needed, work.Panel, work.Inner);
        for (var token = 0; token < needed; token++)
            Gelu(work.Inner.AsSpan(token * shape.Inner, shape.Inner), work.Gate);
        Narrow.Multiply(work.Inner, needed, work.Panel, work.Projected);
        AddAndNormalize(work, needed, OutputNorm);
    }

    private void AddAndNormalize(Workspace work, int tokens, LayerNorm norm)
    {
        var all = tokens * shape.Hidden;
        TensorPrimitives.Add(work.Hidden.AsSpan(0, all), work.Projected.AsSpan(0, all), work.Hidden);
        for (var token = 0; token < tokens; token++)
            norm.Apply(work.Hidden.AsSpan(token * shape.Hidden, shape.Hidden));
    }

    /// <summary>The activation, by its approximation x · sigmoid(2 · √(2/π) · (x + 0.044715 · x³)).</summary>
    /// <remarks>Hendrycks, Gimpel, "Gaussian Error Linear Units", 2016. It differs from the exact one by less than 0.001.</remarks>
    private static void Gelu(Span<float> row, Span<float> gate)
    {
        const float slope = 1.5957691f;
        const float cubic = slope * 0.044715f;
        TensorPrimitives.Multiply(row, row, gate);
        TensorPrimitives.Multiply(gate, cubic, gate);
        TensorPrimitives.Add(gate, slope, gate);
        TensorPrimitives.Multiply(gate, row, gate);
        TensorPrimitives.Sigmoid(gate, gate);
        TensorPrimitives.Multiply(row, gate, row);
    }
}
