using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Load;

/// <summary>What is asked of a server.</summary>
internal static class LoadPlan
{
    /// <summary>A search's address.</summary>
    public static string Search(string query) => "/api/search?q=" + Uri.EscapeDataString(query);

    /// <summary>The address that the box asks: a search without facets.</summary>
    public static string BoxSearch(string query) => "/api/search?facets=false&q=" + Uri.EscapeDataString(query);

    /// <summary>The queries over and over, yet never the same address twice: each time around with one more space behind them,
    /// which changes nothing but the address, so that no cache has it.</summary>
    public static Func<long, byte[]> AllDifferent(Func<string, string> address, string queriesFile, long first)
    {
        var targets = BenchQuery.ReadAll(queriesFile).Select(query => address(query.Text)).ToArray();
        return i =>
            HttpConnection.Request(targets[(first + i) % targets.Length] + new string('+', (int)((first + i) / targets.Length % 400)));
    }

    /// <summary>One address over and over.</summary>
    public static Func<long, byte[]> Same(string target, string? etag = null)
    {
        var request = HttpConnection.Request(target, etag);
        return _ => request;
    }

    /// <summary>What the box asks while queries are typed letter by letter; no beginning twice.</summary>
    /// <param name="queriesFile">The queries. One in five is typed, as they stand in the order of their classes.</param>
    /// <param name="which">Which of the five.</param>
    public static IReadOnlyList<byte[]> Letters(string queriesFile, int which)
    {
        var typed = BenchQuery.ReadAll(queriesFile).Where((_, i) => i % 5 == which)
            .Select(query => query.Text.Replace("\"", "", StringComparison.Ordinal));
        return [.. typed.SelectMany(text => Enumerable.Range(1, text.Length).Select(length => text[..length].TrimStart()))
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal).Select(text => HttpConnection.Request("/api/suggest?q=" + Uri.EscapeDataString(text)))];
    }
}
