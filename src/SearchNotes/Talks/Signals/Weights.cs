namespace SearchNotes.Talks.Signals;

/// <summary>How much each sign speaks for a talk. All numbers of the splitter stand here.</summary>
internal static class Weights
{
    /// <summary>From this much on, a level's headings together carry talks.</summary>
    internal const double LevelCarries = 1.2;

    /// <summary>From this much on, a heading alone is a talk.</summary>
    internal const double HeadingCarries = 0.8;

    /// <summary>From this much on, a post is about talks even if no heading says so.</summary>
    internal const double EventPost = 2;

    /// <summary>What a reading of a heading speaks for, by shape and by how much its names look like names.</summary>
    internal static double Of(HeadingShape shape, Likeness likeness) => (shape, likeness) switch
    {
        (_, Likeness.No) => 0,
        (HeadingShape.On, >= Likeness.Good) => 0.9,
        (HeadingShape.On, _) => 0.35,
        (HeadingShape.By, >= Likeness.Good) => 0.9,
        (HeadingShape.By, _) => 0.4,
        (HeadingShape.TopicDash, Likeness.Sure) => 1,
        (HeadingShape.TopicDash, Likeness.Good) => 0.7,
        (HeadingShape.TopicDash, _) => 0.15,
        (HeadingShape.DashTopic, >= Likeness.Good) => 0.7,
        (HeadingShape.DashTopic, _) => 0.15,
        (HeadingShape.ColonTopic, >= Likeness.Good) => 0.5,
        (HeadingShape.ColonTopic, _) => 0.1,
        (HeadingShape.TopicColon, _) => 0.4,
        (HeadingShape.Brackets, >= Likeness.Good) => 0.7,
        (HeadingShape.Brackets, _) => 0.1,
        (HeadingShape.Quoted, >= Likeness.Good) => 0.8,
        (HeadingShape.Quoted, _) => 0.2,
        (HeadingShape.Speaker, >= Likeness.Good) => 0.3,
        (HeadingShape.Speaker, _) => 0.05,
        _ => 0,
    };

    /// <summary>What a speaker named below a heading speaks for.</summary>
    internal static double Of(SpeakerMark mark) => (mark.Kind, mark.Likeness) switch
    {
        (MarkKind.Label, _) => 1.2,
        (MarkKind.Line, >= Likeness.Good) => 0.8,
        (MarkKind.Line, _) => 0.2,
        (MarkKind.Sentence, >= Likeness.Good) => 0.6,
        (MarkKind.Sentence, _) => 0.3,
        (MarkKind.Mention, >= Likeness.Good) => 0.15,
        _ => 0,
    };
}
