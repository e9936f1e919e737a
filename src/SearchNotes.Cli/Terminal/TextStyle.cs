namespace SearchNotes.Cli.Terminal;

/// <summary>The style of a text. It has no effect in a pipe.</summary>
internal enum TextStyle
{
    /// <summary>Body text.</summary>
    Plain,

    /// <summary>A topic, title or summary.</summary>
    Title,

    /// <summary>A word that the query matched.</summary>
    Match,

    /// <summary>A path, a URL or code.</summary>
    Location,

    /// <summary>Secondary information.</summary>
    Secondary,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
