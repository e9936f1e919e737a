using System.Globalization;

namespace SearchNotes.Talks.Readings;

/// <summary>Describes the evidence that decided, for <c>check</c>.</summary>
internal static class Reasons
{
    /// <summary>The reason why a heading names a talk.</summary>
    /// <param name="candidate">The heading.</param>
    /// <param name="siblings">Number of other headings of its level that name talks.</param>
    internal static string Of(Candidate candidate, int siblings)
    {
        var shape = candidate.Chosen is null ? null : Shape(candidate.Chosen.Shape);
        var mark = candidate.Mark is null ? null : candidate.Mark.Kind switch
        {
            EvidenceKind.Label => "a line below names the speaker",
            EvidenceKind.Line => "the line below is a name",
            EvidenceKind.Sentence => "the text below says who spoke",
            _ => null,
        };
        var reason = (shape, mark) switch
        {
            (not null, not null) => $"heading reads {shape}, {mark}",
            (not null, null) => $"heading reads {shape}",
            (null, not null) => mark,
            _ => "heading on the talks' level",
        };
        return siblings switch
        {
            0 => reason,
            1 => $"{reason}, one sibling",
            _ => string.Create(CultureInfo.InvariantCulture, $"{reason}, {siblings} siblings"),
        };
    }

    private static string Shape(HeadingShape shape) => shape switch
    {
        HeadingShape.On => "Person on Topic",
        HeadingShape.By => "Topic by Person",
        HeadingShape.Brackets => "Topic (Person)",
        HeadingShape.TopicDash => "Topic - Person",
        HeadingShape.DashTopic => "Person - Topic",
        HeadingShape.ColonTopic => "Person: Topic",
        HeadingShape.TopicColon => "Topic: Person",
        HeadingShape.TopicComma => "Topic, Person",
        HeadingShape.Linked => "Topic [Person]",
        HeadingShape.Quoted => "\"Topic\" Person",
        _ => "Person",
    };
}
