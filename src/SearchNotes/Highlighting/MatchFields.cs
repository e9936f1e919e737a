namespace SearchNotes.Highlighting;

/// <summary>A set of <see cref="MatchField"/> values.</summary>
[Flags]
internal enum MatchFields
{
    None = 0,
    Topic = 1 << MatchField.Topic,
    Heading = 1 << MatchField.Heading,
    Prose = 1 << MatchField.Prose,
    Quote = 1 << MatchField.Quote,
    Qa = 1 << MatchField.Qa,

    /// <summary>Code blocks and inline code.</summary>
    Code = 1 << MatchField.Code,
    Speaker = 1 << MatchField.Speaker,
    Tag = 1 << MatchField.Tag,
    All = Topic | Heading | Prose | Quote | Qa | Code | Speaker | Tag,
}
