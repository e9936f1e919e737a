namespace SearchNotes.Api.Insights;

/// <summary>Merges the queries that the search box sends while a reader types: of queries that start with each other within a few seconds,
/// only the longest counts.</summary>
/// <remarks>Readers are not told apart, so the queries of two readers may be merged. That loses a count, never a query.</remarks>
internal sealed class TypedQueries
{
    /// <summary>Time after which a query is considered complete. Typing the next letter or opening the first hit rarely takes
    /// longer.</summary>
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

    /// <summary>Removes and returns the searches that have not been continued since a point in time.</summary>
    public IReadOnlyList<LoggedEvent> Take(DateTimeOffset typedBefore)
    {
        LoggedEvent[] settled = [.. typed.Where(search => search.At <= typedBefore).Select(search => search.Search)];
        typed.RemoveAll(search => search.At <= typedBefore);
        return settled;
    }
}
