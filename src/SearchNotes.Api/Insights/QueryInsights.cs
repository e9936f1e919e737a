namespace SearchNotes.Api.Insights;

/// <summary>A summary of what readers searched for, with and without success.</summary>
/// <param name="Days">The number of days covered, including today.</param>
/// <param name="Searches">Number of searches.</param>
/// <param name="WithoutHits">Number of searches without a good hit.</param>
/// <param name="Opened">Number of opened hits that browsers reported.</param>
/// <param name="Top">The most frequent queries.</param>
/// <param name="FoundNothing">The queries whose latest search had no good hit, most frequent first.</param>
/// <param name="NeverOpened">The queries with good hits of which none was opened, most frequent first.</param>
public sealed record InsightsReport(
    int Days, int Searches, int WithoutHits, int Opened,
    IReadOnlyList<QueryCount> Top, IReadOnlyList<QueryCount> FoundNothing, IReadOnlyList<QueryCount> NeverOpened);

/// <summary>A query with its counts.</summary>
/// <param name="Query">The query as first typed; case and extra spaces are ignored.</param>
/// <param name="Searches">Number of searches.</param>
/// <param name="Hits">Number of good hits of the latest search.</param>
/// <param name="Opened">Number of times that a hit was opened.</param>
public sealed record QueryCount(string Query, int Searches, int Hits, int Opened);

/// <summary>Reads the query log.</summary>
public static class QueryInsights
{
    /// <summary>Maximum number of queries in each list.</summary>
    private const int Shown = 20;

    /// <summary>Reads and summarizes the query log.</summary>
    /// <param name="folder">The folder of the log. A missing folder counts as an empty log.</param>
    /// <param name="days">The number of days, including today.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SearchNotesException">A file cannot be read.</exception>
    public static InsightsReport Read(string folder, int days, TimeProvider time)
    {
        var counts = new Dictionary<string, QueryCount>(StringComparer.OrdinalIgnoreCase);
        var withoutHits = 0;
        try
        {
            foreach (var noted in new QueryLogFiles(folder, time).Read(days))
            {
                var query = string.Join(' ', noted.Q.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                var count = counts.GetValueOrDefault(query) ?? new QueryCount(query, 0, 0, 0);
                counts[query] = noted.Hits is { } hits
                    ? count with { Searches = count.Searches + 1, Hits = hits } : count with { Opened = count.Opened + 1 };
                withoutHits += noted.Hits == 0 ? 1 : 0;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Disk,
                $"The query log in {folder} cannot be read: {e.Message} It belongs to the user that the server runs as.", e);
        }

        QueryCount[] asked =
            [.. counts.Values.Where(count => count.Searches > 0).OrderByDescending(count => count.Searches)
                .ThenBy(count => count.Query, StringComparer.Ordinal)];
        return new InsightsReport(
            days,
            asked.Sum(count => count.Searches),
            withoutHits,
            counts.Values.Sum(count => count.Opened),
            [.. asked.Take(Shown)],
            [.. asked.Where(count => count.Hits == 0).Take(Shown)],
            [.. asked.Where(count => count is { Hits: > 0, Opened: 0 }).Take(Shown)]);
    }
}
