namespace SearchNotes.Cli.Terminal;

/// <summary>Text in one style.</summary>
/// <param name="Text">The text, without control characters.</param>
/// <param name="Style">The style.</param>
internal sealed record StyledSpan(string Text, TextStyle Style);

/// <summary>Text in several styles, one or more lines.</summary>
internal sealed class StyledText
{
    private readonly List<StyledSpan> spans = [];

    /// <summary>The spans in order.</summary>
    public IReadOnlyList<StyledSpan> Spans => spans;

    /// <summary>The text without styles.</summary>
    public string Text => string.Concat(spans.Select(span => span.Text));

    /// <summary>Appends text, made printable.</summary>
    public StyledText Add(string text, TextStyle style = TextStyle.Plain)
    {
        spans.Add(new StyledSpan(Printable.Text(text), style));
        return this;
    }
}
