namespace SearchNotes.Talks;

/// <summary>The names of the talk kinds in queries, in the API and on the command line.</summary>
public static class TalkKindNames
{
    /// <summary>All names, in the order of <see cref="TalkKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TalkKind>().Select(Of)];

    /// <summary>Returns the name of a kind: <c>lightning_talk</c>.</summary>
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
}
