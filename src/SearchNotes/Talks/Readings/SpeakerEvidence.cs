using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>How the text under a heading names the speaker, strongest last.</summary>
internal enum EvidenceKind
{
    /// <summary>A sentence speaks of somebody: "Matthew Watson leads the Stash team".</summary>
    Mention,

    /// <summary>A sentence says that somebody spoke: "Justin began his presentation".</summary>
    Sentence,

    /// <summary>A line that is a name: "*Name, Company*".</summary>
    Line,

    /// <summary>A line with a label: "Speaker: Name", "by Name".</summary>
    Label,
}

/// <summary>A speaker named below a heading.</summary>
/// <param name="Kind">How.</param>
/// <param name="Names">Who.</param>
/// <param name="Block">The block that says so.</param>
internal sealed record SpeakerEvidence(EvidenceKind Kind, IReadOnlyList<SpeakerName> Names, Block Block)
{
    /// <summary>How much the names look like names.</summary>
    internal NameConfidence Confidence { get; } = SpeakerNames.Weakest(Names);
}
