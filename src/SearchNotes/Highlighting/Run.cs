namespace SearchNotes.Highlighting;

/// <summary>A piece of text that matches the query or does not. The runs of a text, joined, are that text. No markup.</summary>
/// <param name="Text">The piece, not empty.</param>
/// <param name="IsMatch">Whether the query matched it.</param>
public readonly record struct Run(string Text, bool IsMatch);

/// <summary>The part of a document in which a match is.</summary>
public enum MatchField
{
    /// <summary>The topic of the talk.</summary>
    Topic,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>Prose.</summary>
    Prose,

    /// <summary>A block quote.</summary>
    Quote,

    /// <summary>A question or an answer.</summary>
    Qa,

    /// <summary>A code block.</summary>
    Code,

    /// <summary>The name of a speaker.</summary>
    Speaker,

    /// <summary>A tag.</summary>
    Tag,
}

/// <summary>A passage that shows why a hit matched.</summary>
public sealed record Match
{
    /// <summary>Part of the document that the passage comes from.</summary>
    public required MatchField Field { get; init; }

    /// <summary>Nearest heading above the passage inside the talk; <see langword="null"/> when there is none.</summary>
    public string? Heading { get; init; }

    /// <summary>URL of that heading on the live page, or else of the talk; <see langword="null"/> when unknown.</summary>
    public string? Url { get; init; }

    /// <summary><see cref="Url"/> with a text fragment that scrolls to the words; <see langword="null"/> when unknown.</summary>
    public string? TextFragmentUrl { get; init; }

    /// <summary>Language of a code block, as its fence gives it; otherwise <see langword="null"/>.</summary>
    public string? CodeLanguage { get; init; }

    /// <summary>Text of the passage as runs, in order.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }
}
