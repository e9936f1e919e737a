namespace SearchNotes.Talks.Readings;

/// <summary>One way to read a heading.</summary>
/// <param name="Shape">The order and the punctuation of topic and speaker.</param>
/// <param name="Topic">The topic; empty when the heading stops before it.</param>
/// <param name="Names">The speakers.</param>
internal sealed record HeadingReading(HeadingShape Shape, string Topic, IReadOnlyList<SpeakerName> Names)
{
    /// <summary>The lowest confidence among the names.</summary>
    internal NameConfidence Confidence { get; } = SpeakerNames.Weakest(Names);

    /// <summary>Whether titles without a speaker often have the same form: "Ruby: Looking Forward", "Trees with Red Leaves".</summary>
    internal bool IsDoubtful =>
        Confidence < NameConfidence.Strong || IsSoft
        || Shape is HeadingShape.ColonTopic or HeadingShape.TopicColon or HeadingShape.TopicComma or HeadingShape.Speaker;

    /// <summary>Whether the word before the name introduces many things besides speakers: "with", "from".</summary>
    internal bool IsSoft { get; init; }

    /// <summary>Reads a topic and names, and adds the reading to a list.</summary>
    /// <returns>Whether there are names, each of them with at least this confidence.</returns>
    internal static bool Add(HeadingShape shape, string topic, string names, Vocabulary vocabulary, NameConfidence least,
        List<HeadingReading> readings)
    {
        var read = SpeakerNames.Read(names, vocabulary);
        if (SpeakerNames.Weakest(read) < least || read.Count == 0)
            return false;
        readings.Add(new HeadingReading(shape, Topics.Clean(topic), read));
        return true;
    }
}
