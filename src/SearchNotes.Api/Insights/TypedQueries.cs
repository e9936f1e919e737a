namespace SearchNotes.Api.Insights;

/// <summary>Makes one query of the many that are sent while somebody types it: of those of which one begins with the other,
/// within a few seconds, only the longest counts.</summary>
/// <remarks>It knows nothing of who types, and so may join the queries of two people. That costs a count, never a query.</remarks>
internal sealed class TypedQueries
{
    /// <summary>Between two letters, or until the first hit is opened, it rarely takes longer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly List<(LoggedEvent Search, DateTimeOffset At)> typed = [];

    /// <summary>Adds a search.</summary>
    public void Add(LoggedEvent search, DateTimeOffset now)
    {
        if (typed.Exists(other => other.Search.Q.StartsWith(search.Q, StringComparison.OrdinalIgnoreCase)))
            return;
        typed.RemoveAll(other => search.Q.StartsWith(other.Search.Q, StringComparison.OrdinalIgnoreCase));
        typed.Add((search, now));
    }

    /// <summary>Takes out what nobody has typed on at since a moment.</summary>
    public IReadOnlyList<LoggedEvent> Take(DateTimeOffset typedBefore)
    {
        LoggedEvent[] settled = [.. typed.Where(search => search.At <= typedBefore).Select(search => search.Search)];
        typed.RemoveAll(search => search.At <= typedBefore);
        return settled;
    }
}
