namespace SearchNotes.Talks.Readings;

/// <summary>Where a talk begins and ends, its topic and its speakers.</summary>
internal sealed record TalkStart
{
    /// <summary>First line in the file, from 1.</summary>
    internal required int FirstLine { get; init; }

    /// <summary>Last line, included; blank lines at the end are cut later.</summary>
    internal required int LastLine { get; init; }

    /// <summary>The heading of the talk; <see langword="null"/> without one.</summary>
    internal OutlineHeading? Heading { get; init; }

    /// <summary>The topic.</summary>
    internal required string Topic { get; init; }

    /// <summary>The speakers.</summary>
    internal IReadOnlyList<SpeakerName> Names { get; init; } = [];

    /// <summary>The evidence that decided, as a sentence.</summary>
    internal required string Why { get; init; }

    /// <summary>Probability that the split is right, 0 to 1.</summary>
    internal double Confidence { get; init; } = 1;
}
