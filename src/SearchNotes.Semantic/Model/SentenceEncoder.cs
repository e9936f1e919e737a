using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace SearchNotes.Semantic.Model;

/// <summary>Encodes texts as vectors of length 1. The dot product of two vectors tells how similar the texts are in meaning.
/// Thread-safe.</summary>
internal sealed class SentenceEncoder
{
    /// <summary>What the model wants to read in front of a query, but not in front of a passage.</summary>
    public const string QueryPrefix = "Represent this sentence for searching relevant passages: ";

    /// <summary>Maximum number of tokens of a query, so that a long one takes little more time.</summary>
    private const int MaxQueryTokens = 64;

    /// <summary>Maximum number of tokens of a passage.</summary>
    private const int MaxPassageTokens = 256;

    private readonly byte[] hash;
    private readonly ModelShape shape;
    private readonly WordPieceTokenizer tokenizer;
    private readonly float[] tokenScales;
    private readonly sbyte[] tokenVectors;
    private readonly float[] positions;
    private readonly LayerNorm norm;
    private readonly TransformerLayer[] layers;
    private readonly ConcurrentBag<Workspace> small = [];
    private readonly ConcurrentBag<Workspace> large = [];

    /// <summary>Reads a model.</summary>
    /// <param name="weights">The contents of its file.</param>
    /// <param name="hash">The hash of the contents.</param>
    /// <exception cref="InvalidDataException">The contents are not a model.</exception>
    public SentenceEncoder(WeightReader weights, byte[] hash)
    {
        this.hash = hash;
        shape = new ModelShape(weights.Number(), weights.Number(), weights.Number(), weights.Number(), weights.Number());
        if (!shape.IsValid)
            throw new InvalidDataException("its sizes do not fit together");
        var vocabulary = weights.Lines();
        tokenizer = new WordPieceTokenizer(vocabulary);
        tokenScales = weights.Numbers(vocabulary.Length);
        tokenVectors = weights.Bytes(vocabulary.Length * shape.Hidden).ToArray();
        positions = weights.Numbers(shape.Positions * shape.Hidden);
        norm = weights.Norm(shape.Hidden);
        layers = new TransformerLayer[shape.Layers];
        for (var i = 0; i < layers.Length; i++)
            layers[i] = new TransformerLayer(shape, weights);
        if (!weights.IsAtEnd)
            throw new InvalidDataException("it is longer than its sizes say");
    }

    /// <summary>Hash of the model: vectors of different models cannot be compared.</summary>
    public ReadOnlySpan<byte> Hash => hash;

    /// <summary>Length of a vector.</summary>
    public int Dimensions => shape.Hidden;

    /// <summary>Encodes a query.</summary>
    public float[] EncodeQuery(string text) => Encode(QueryPrefix + text, MaxQueryTokens, small);

    /// <summary>Encodes a passage.</summary>
    public float[] EncodePassage(string text) => Encode(text, MaxPassageTokens, large);

    private float[] Encode(string text, int limit, ConcurrentBag<Workspace> pool)
    {
        limit = Math.Min(limit, shape.Positions);
        var tokens = tokenizer.Read(text, limit);
        var work = pool.TryTake(out var rented) ? rented : new Workspace(shape, limit);
        Embed(tokens, work);

        // The vector of a text is that of its first token, so the last layer needs no other.
        for (var i = 0; i < layers.Length; i++)
            layers[i].Apply(work, tokens.Count, i == layers.Length - 1 ? 1 : tokens.Count);
        var vector = work.Hidden[..shape.Hidden];
        pool.Add(work);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }

    private void Embed(List<int> tokens, Workspace work)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var row = work.Hidden.AsSpan(i * shape.Hidden, shape.Hidden);
            TensorPrimitives.ConvertTruncating<sbyte, float>(tokenVectors.AsSpan(tokens[i] * shape.Hidden, shape.Hidden), row);
            TensorPrimitives.MultiplyAdd(row, tokenScales[tokens[i]], positions.AsSpan(i * shape.Hidden, shape.Hidden), row);
            norm.Apply(row);
        }
    }
}
