using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Querying.Planning;

/// <summary>Divides a typed text of a script without spaces into the pieces that are indexed.</summary>
internal static class UnspacedText
{
    /// <summary>Returns the pieces, in order; empty when nothing in the text is unspaced.</summary>
    /// <remarks>形態素解析 → 形態, 態素, 素解, 解析 · Python入門 → Python, 入門</remarks>
    /// <param name="text">The typed text.</param>
    /// <param name="read">Reads a text as the index does.</param>
    public static IReadOnlyList<string> Pieces(string text, Func<string, IReadOnlyList<Token>> read) =>
        !text.Any(Letters.IsUnspaced) ? []
        : [.. read(text).GroupBy(token => token.Position).Select(step => step.MinBy(token => token.End - token.Start))
            .Select(token => text[token.Start..token.End])];
}
