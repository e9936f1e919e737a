using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>How the text under a heading names the speaker, weakest first.</summary>
internal enum EvidenceKind
{
    /// <summary>A sentence mentions a person: "Matthew Watson leads the Stash team".</summary>
    Mention,

    /// <summary>A sentence says that somebody spoke: "Justin began his presentation".</summary>
    Sentence,

    /// <summary>A line that is a name: "*Name, Company*".</summary>
    Line,

    /// <summary>A line with a label: "Speaker: Name", "by Name".</summary>
    Label,
}

/// <summary>A speaker named below a heading.</summary>
/// <param name="Kind">How the text names the speaker.</param>
/// <param name="Names">The speakers.</param>
/// <param name="Block">The block that names them.</param>
internal sealed record SpeakerEvidence(EvidenceKind Kind, IReadOnlyList<SpeakerName> Names, Block Block)
{
    /// <summary>The lowest confidence among the names.</summary>
    internal NameConfidence Confidence { get; } = SpeakerNames.Weakest(Names);
}
