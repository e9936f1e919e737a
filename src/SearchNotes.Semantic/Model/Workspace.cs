namespace SearchNotes.Semantic.Model;

/// <summary>Buffers of one encoding, large enough for a number of tokens. Not thread-safe.</summary>
internal sealed class Workspace
{
    /// <summary>Creates the buffers.</summary>
    /// <param name="shape">Sizes of the model.</param>
    /// <param name="tokens">Maximum number of tokens.</param>
    public Workspace(ModelShape shape, int tokens)
    {
        Tokens = (tokens + QuantizedMatrix.RowsPerTile - 1) / QuantizedMatrix.RowsPerTile * QuantizedMatrix.RowsPerTile;
        Hidden = Rows(shape.Hidden);
        Query = Rows(shape.Hidden);
        Key = Rows(shape.Hidden);
        Value = Rows(shape.Hidden);
        Attended = Rows(shape.Hidden);
        Projected = Rows(shape.Hidden);
        Inner = Rows(shape.Inner);
        Gate = new float[shape.Inner];
        Panel = new float[16 * shape.Inner];
        KeyColumns = Rows(shape.HeadSize);
        ValueColumns = Rows(shape.HeadSize);
        Weights = new float[Tokens];

        float[] Rows(int width) => new float[Tokens * width];
    }

    /// <summary>Maximum number of tokens.</summary>
    public int Tokens { get; }

    /// <summary>The vector of each token between two layers.</summary>
    public float[] Hidden { get; }

    /// <summary>The queries of all heads.</summary>
    public float[] Query { get; }

    /// <summary>The keys of all heads.</summary>
    public float[] Key { get; }

    /// <summary>The values of all heads.</summary>
    public float[] Value { get; }

    /// <summary>What the heads attend to.</summary>
    public float[] Attended { get; }

    /// <summary>The output of a matrix before it is added to <see cref="Hidden"/>.</summary>
    public float[] Projected { get; }

    /// <summary>The wide inner rows of a layer.</summary>
    public float[] Inner { get; }

    /// <summary>One wide row.</summary>
    public float[] Gate { get; }

    /// <summary>A panel of weights as numbers.</summary>
    public float[] Panel { get; }

    /// <summary>The keys of one head, a row per dimension.</summary>
    public float[] KeyColumns { get; }

    /// <summary>The values of one head, a row per dimension.</summary>
    public float[] ValueColumns { get; }

    /// <summary>How much one token attends to each token.</summary>
    public float[] Weights { get; }
}
