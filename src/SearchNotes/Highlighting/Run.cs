namespace SearchNotes.Highlighting;

/// <summary>A piece of text with a flag: the runs of a text, joined, are that text. Never mark-up.</summary>
/// <param name="Text">The piece, not empty.</param>
/// <param name="IsMatch">Whether the query matched it.</param>
public readonly record struct Run(string Text, bool IsMatch);

/// <summary>Which part of a document a match stands in.</summary>
public enum MatchField
{
    /// <summary>The topic.</summary>
    Topic,

    /// <summary>A section's heading.</summary>
    Heading,

    /// <summary>Prose.</summary>
    Prose,

    /// <summary>A block quote.</summary>
    Quote,

    /// <summary>A question or an answer.</summary>
    Qa,

    /// <summary>A code block.</summary>
    Code,

    /// <summary>A speaker.</summary>
    Speaker,

    /// <summary>A tag.</summary>
    Tag,
}

/// <summary>A passage of a hit that shows why it matched.</summary>
public sealed record Match
{
    /// <summary>Where it stands.</summary>
    public required MatchField Field { get; init; }

    /// <summary>The nearest heading above it inside the talk; <see langword="null"/> when it stands above the first.</summary>
    public string? Heading { get; init; }

    /// <summary>Address of that heading on the live page, else of the talk's; <see langword="null"/> when unknown.</summary>
    public string? Url { get; init; }

    /// <summary><see cref="Url"/> with a text fragment that scrolls to the words; <see langword="null"/> when unknown.</summary>
    public string? TextFragmentUrl { get; init; }

    /// <summary>Language of a code block, where its fence names it.</summary>
    public string? CodeLanguage { get; init; }

    /// <summary>The text in runs, in order.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }
}
