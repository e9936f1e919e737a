namespace SearchNotes.Semantic.Model;

/// <summary>Sizes of a model.</summary>
/// <param name="Hidden">Length of a token's vector, a multiple of 16.</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="Heads">Number of attention heads, a divisor of <paramref name="Hidden"/>.</param>
/// <param name="Inner">Length of the inner vector of a layer, a multiple of 16.</param>
/// <param name="Positions">Maximum number of tokens.</param>
internal sealed record ModelShape(int Hidden, int Layers, int Heads, int Inner, int Positions)
{
    /// <summary>Length of a token's vector in one head.</summary>
    public int HeadSize => Hidden / Heads;

    /// <summary>Whether the sizes fit together and are within reason.</summary>
    public bool IsValid =>
        HasWidths && this is { Layers: > 0 and <= 64, Positions: > 2 and <= 8192, Heads: > 0 and <= 64 } && Hidden % Heads == 0;

    private bool HasWidths => IsWidth(Hidden) && IsWidth(Inner);

    private static bool IsWidth(int width) => width is > 0 and <= 8192 && width % 16 == 0;
}
