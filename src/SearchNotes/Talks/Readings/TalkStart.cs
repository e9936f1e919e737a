namespace SearchNotes.Talks.Readings;

/// <summary>A talk as a signal found it: where it begins and ends, and what names it.</summary>
internal sealed record TalkStart
{
    /// <summary>First line in the file, from 1.</summary>
    internal required int FirstLine { get; init; }

    /// <summary>Last line, included; blank lines at the end are cut later.</summary>
    internal required int LastLine { get; init; }

    /// <summary>The heading that names it; <see langword="null"/> when none does.</summary>
    internal OutlineHeading? Heading { get; init; }

    /// <summary>The topic.</summary>
    internal required string Topic { get; init; }

    /// <summary>Who spoke.</summary>
    internal IReadOnlyList<SpeakerName> Names { get; init; } = [];

    /// <summary>The signal that decided, in words.</summary>
    internal required string Why { get; init; }

    /// <summary>How sure, 0 to 1.</summary>
    internal double Confidence { get; init; } = 1;
}
