namespace SearchNotes.Api.Reindexing;

/// <summary>Pauses between retries: a short outage lasts seconds, but a forge may be down for hours.</summary>
internal static class RetryPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxTotal = TimeSpan.FromDays(1);

    /// <summary>The pauses in order: 5 s, then doubling up to one hour, one day in total.</summary>
    public static IReadOnlyList<TimeSpan> All { get; } = [.. Growing()];

    private static IEnumerable<TimeSpan> Growing()
    {
        var waited = TimeSpan.Zero;
        for (var pause = First; waited + pause <= MaxTotal; pause = pause * 2 < MaxPause ? pause * 2 : MaxPause)
        {
            waited += pause;
            yield return pause;
        }
    }
}
