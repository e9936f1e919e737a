namespace SearchNotes.Api.Reindexing;

/// <summary>How long to wait before what failed is tried again: a hiccup is over in seconds, a forge may be away for hours.</summary>
internal static class RetryPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan InAll = TimeSpan.FromDays(1);

    /// <summary>Pauses in order: 5 s, each twice the one before, an hour at most, a day in all.</summary>
    public static IReadOnlyList<TimeSpan> All { get; } = [.. Growing()];

    private static IEnumerable<TimeSpan> Growing()
    {
        var waited = TimeSpan.Zero;
        for (var pause = First; waited + pause <= InAll; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            waited += pause;
            yield return pause;
        }
    }
}
