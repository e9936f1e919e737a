namespace SearchNotes.Cli.Terminal;

/// <summary>A piece of text in one tone.</summary>
/// <param name="Text">The text, safe for a terminal.</param>
/// <param name="Style">Its tone.</param>
internal sealed record StyledSpan(string Text, TextStyle Style);

/// <summary>Text in several tones, one line or more.</summary>
internal sealed class StyledText
{
    private readonly List<StyledSpan> spans = [];

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<StyledSpan> Spans => spans;

    /// <summary>The text alone.</summary>
    public string Text => string.Concat(spans.Select(piece => piece.Text));

    /// <summary>Adds text, whatever it holds: it is made printable.</summary>
    public StyledText Add(string text, TextStyle tone = TextStyle.Plain)
    {
        spans.Add(new StyledSpan(Printable.Text(text), tone));
        return this;
    }
}
