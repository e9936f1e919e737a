using SearchNotes.Api.Reindexing;
using SearchNotes.Highlighting;
using SearchNotes.Talks;

namespace SearchNotes.Api.Search;

/// <summary>The API's names for the values of the engine's enumerations.</summary>
internal static class ApiNames
{
    /// <summary>Returns the names of an enumeration's values, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(Of)];

    public static string Of(TalkKind kind) => TalkKindNames.Of(kind);

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

    public static string Of(ReindexStatus status) => status switch
    {
        ReindexStatus.Running => "running",
        ReindexStatus.Done => "done",
        ReindexStatus.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => value switch
        {
            TalkKind kind => Of(kind),
            MatchField field => Of(field),
            PassageKind kind => Of(kind),
            ReindexStatus status => Of(status),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
        };
}
