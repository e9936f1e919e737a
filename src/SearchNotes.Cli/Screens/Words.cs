namespace SearchNotes.Cli.Screens;

/// <summary>A piece of text in one tone.</summary>
/// <param name="Text">The text, safe for a terminal.</param>
/// <param name="Tone">Its tone.</param>
internal sealed record Piece(string Text, Tone Tone);

/// <summary>Text in several tones, one line or more.</summary>
internal sealed class Words
{
    private readonly List<Piece> pieces = [];

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>The text alone.</summary>
    public string Text => string.Concat(pieces.Select(piece => piece.Text));

    /// <summary>Adds text, whatever it holds: it is made printable.</summary>
    public Words Add(string text, Tone tone = Tone.Plain)
    {
        pieces.Add(new Piece(Printable.Text(text), tone));
        return this;
    }
}
