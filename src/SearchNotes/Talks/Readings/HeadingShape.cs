namespace SearchNotes.Talks.Readings;

/// <summary>Order and punctuation of topic and speaker in a heading.</summary>
internal enum HeadingShape
{
    /// <summary>The topic alone.</summary>
    Topic,

    /// <summary>Speaker on Topic.</summary>
    On,

    /// <summary>Topic by Speaker.</summary>
    By,

    /// <summary>Topic (Speaker).</summary>
    Brackets,

    /// <summary>Topic - Speaker.</summary>
    TopicDash,

    /// <summary>Speaker - Topic.</summary>
    DashTopic,

    /// <summary>Topic, Speaker.</summary>
    TopicComma,

    /// <summary>Speaker: Topic.</summary>
    ColonTopic,

    /// <summary>Topic: Speaker.</summary>
    TopicColon,

    /// <summary>"Topic" Speaker, or Speaker "Topic".</summary>
    Quoted,

    /// <summary>Topic, and the speaker as a link behind it.</summary>
    Linked,

    /// <summary>The speaker alone.</summary>
    Speaker,
}
