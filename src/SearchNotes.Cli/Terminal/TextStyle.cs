namespace SearchNotes.Cli.Terminal;

/// <summary>What a piece of text is for the eye. A pipe shows them all alike.</summary>
internal enum TextStyle
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>What is looked for first: a topic, a sum.</summary>
    Title,

    /// <summary>A word that the query matched.</summary>
    Match,

    /// <summary>A place to open: a file or an address.</summary>
    Place,

    /// <summary>What is there for those who ask.</summary>
    Aside,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something that failed.</summary>
    Error,
}
