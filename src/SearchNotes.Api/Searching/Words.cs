using SearchNotes.Highlighting;
using SearchNotes.Talks;

namespace SearchNotes.Api.Searching;

/// <summary>How the API writes the engine's names.</summary>
internal static class Words
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<TalkKind>().Select(Of)];

    public static string Of(TalkKind kind) => kind switch
    {
        TalkKind.Talk => "talk",
        TalkKind.Keynote => "keynote",
        TalkKind.LightningTalk => "lightning_talk",
        TalkKind.Panel => "panel",
        TalkKind.Workshop => "workshop",
        TalkKind.QAndA => "q_and_a",
        TalkKind.Post => "post",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(MatchField field) => field switch
    {
        MatchField.Topic => "topic",
        MatchField.Heading => "heading",
        MatchField.Prose => "prose",
        MatchField.Quote => "quote",
        MatchField.Qa => "qa",
        MatchField.Code => "code",
        MatchField.Speaker => "speaker",
        MatchField.Tag => "tag",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public static string Of(PassageKind kind) => kind switch
    {
        PassageKind.Prose => "prose",
        PassageKind.Quote => "quote",
        PassageKind.Qa => "qa",
        PassageKind.Code => "code",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
