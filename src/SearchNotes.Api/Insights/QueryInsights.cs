namespace SearchNotes.Api.Insights;

/// <summary>What readers looked for, found and did not find.</summary>
/// <param name="Days">How many days it tells of, today included.</param>
/// <param name="Searches">Searches.</param>
/// <param name="WithoutHits">Those that found nothing good.</param>
/// <param name="Opened">Opened hits that browsers reported.</param>
/// <param name="Top">The queries asked most.</param>
/// <param name="FoundNothing">The queries that found nothing good when they were asked last, those asked most first.</param>
/// <param name="NeverOpened">The queries with hits of which none was opened, those asked most first.</param>
public sealed record InsightsReport(
    int Days, int Searches, int WithoutHits, int Opened,
    IReadOnlyList<QueryCount> Top, IReadOnlyList<QueryCount> FoundNothing, IReadOnlyList<QueryCount> NeverOpened);

/// <summary>A query with its counts.</summary>
/// <param name="Query">As it was typed first; capitals and spaces make no other query.</param>
/// <param name="Searches">How often it was asked.</param>
/// <param name="Hits">Good hits when it was asked last.</param>
/// <param name="Opened">How often a hit of it was opened.</param>
public sealed record QueryCount(string Query, int Searches, int Hits, int Opened);

/// <summary>Reads the query log.</summary>
public static class QueryInsights
{
    /// <summary>Queries in each list.</summary>
    private const int Shown = 20;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder of the log; one that is missing holds nothing.</param>
    /// <param name="days">How many days, today included.</param>
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
