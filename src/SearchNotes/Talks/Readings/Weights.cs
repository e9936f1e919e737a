namespace SearchNotes.Talks.Readings;

/// <summary>Evidence of each way to name topic and speaker. The reading of a line with the most evidence is used.</summary>
internal static class Weights
{
    /// <summary>Minimum evidence for a heading to be a talk by itself.</summary>
    internal const double HeadingCarries = 0.8;

    /// <summary>"by Somebody" under the title: often the post's author.</summary>
    internal const double Byline = 0.5;

    /// <summary>A title such as "My plans for the barcamp".</summary>
    internal const double PlanTitle = 1.25;

    /// <summary>A heading such as "Presentations I want to see" or "Registration".</summary>
    internal const double PlanHeading = 0.6;

    /// <summary>Words such as "registration is open" in the text.</summary>
    internal const double PlanWord = 0.5;

    /// <summary>A verb that reports, against a plan.</summary>
    internal const double ReportWord = 0.1;

    /// <summary>A bold or linked name or title opens the paragraph, and a speaker stands beside it.</summary>
    internal const double MarkedLead = 0.8;

    /// <summary>A bold or linked title opens a list item, and no speaker stands beside it.</summary>
    internal const double TitleLead = 0.35;

    /// <summary>A bold or linked name opens the paragraph, and nothing says that the person spoke.</summary>
    internal const double BareLead = 0.3;

    /// <summary>A sentence that says who spoke opens the paragraph.</summary>
    internal const double SentenceLead = 0.6;

    /// <summary>The first line reads as topic and speaker.</summary>
    internal const double TextLead = 0.5;

    /// <summary>A heading that is a name, with the topic as its second line.</summary>
    internal const double Pair = 0.6;

    /// <summary>A heading that is a name, below one such as "Presenters".</summary>
    internal const double BelowLabel = 0.8;

    /// <summary>A heading whose shape most of its siblings share, though its name is doubtful.</summary>
    internal const double ShapeOfSiblings = 0.5;

    /// <summary>Evidence of a reading of a heading, by its shape and the confidence in its names.</summary>
    internal static double Of(HeadingShape shape, NameConfidence confidence) => (shape, confidence) switch
    {
        (_, NameConfidence.None) => 0,
        (HeadingShape.On, >= NameConfidence.Strong) => 0.9,
        (HeadingShape.On, _) => 0.35,
        (HeadingShape.By, >= NameConfidence.Strong) => 0.9,
        (HeadingShape.By, _) => 0.4,
        (HeadingShape.TopicDash, NameConfidence.Certain) => 1,
        (HeadingShape.TopicDash, NameConfidence.Strong) => 0.7,
        (HeadingShape.TopicDash, _) => 0.15,
        (HeadingShape.DashTopic, >= NameConfidence.Strong) => 0.7,
        (HeadingShape.DashTopic, _) => 0.15,
        (HeadingShape.ColonTopic, >= NameConfidence.Strong) => 0.5,
        (HeadingShape.ColonTopic, _) => 0.1,
        (HeadingShape.TopicColon, _) => 0.4,
        (HeadingShape.TopicComma, >= NameConfidence.Strong) => 0.4,
        (HeadingShape.TopicComma, _) => 0.1,
        (HeadingShape.Brackets, >= NameConfidence.Strong) => 0.7,
        (HeadingShape.Brackets, _) => 0.1,
        (HeadingShape.Quoted, >= NameConfidence.Strong) => 0.8,
        (HeadingShape.Quoted, _) => 0.2,
        (HeadingShape.Linked, _) => 0.6,
        (HeadingShape.Speaker, >= NameConfidence.Strong) => 0.3,
        (HeadingShape.Speaker, _) => 0.05,
        _ => 0,
    };

    /// <summary>A line below the heading that leads to slides or a recording.</summary>
    internal const double Materials = 0.35;

    /// <summary>A sentence below the heading that has a name in it.</summary>
    internal const double Mentioned = 0.15;

    /// <summary>Evidence of a speaker named below a heading.</summary>
    internal static double Of(SpeakerEvidence mark) => (mark.Kind, mark.Confidence) switch
    {
        (EvidenceKind.Label, _) => 1.2,
        (EvidenceKind.Line, >= NameConfidence.Strong) => 0.85,
        (EvidenceKind.Line, _) => 0.2,
        (EvidenceKind.Sentence, >= NameConfidence.Strong) => 0.6,
        (EvidenceKind.Sentence, _) => 0.3,
        (EvidenceKind.Mention, >= NameConfidence.Strong) => Mentioned,
        _ => 0,
    };
}
