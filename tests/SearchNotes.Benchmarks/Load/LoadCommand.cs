using System.Text.Json;

namespace SearchNotes.Benchmarks.Load;

/// <summary>A load in a process of its own, so that its memory and its garbage are not the server's: what <c>table</c> starts.</summary>
internal static class LoadCommand
{
    private const int Connections = 16;

    /// <summary>Runs a load and prints the figures as a line of JSON. A third of the time goes before, uncounted: both sides
    /// have to be compiled.</summary>
    /// <param name="kind"><c>search</c>, <c>box</c>, <c>suggest</c>, <c>same</c> or <c>unchanged</c>.</param>
    /// <param name="port">The server's.</param>
    /// <param name="what">The file of queries, else the address that is asked for.</param>
    /// <param name="first">Number of the first search, so that a second run repeats none of the first.</param>
    /// <param name="time">How long.</param>
    public static async Task RunAsync(string kind, int port, string what, long first, TimeSpan time)
    {
        var figures = kind switch
        {
            "search" => await TimedAsync(200, warmUps => LoadPlan.AllDifferent(LoadPlan.Search, what, first + warmUps)),
            "box" => await TimedAsync(200, warmUps => LoadPlan.AllDifferent(LoadPlan.BoxSearch, what, first + warmUps)),
            "suggest" => await SuggestAsync(),
            "unchanged" => await TimedAsync(304, Same(await EtagAsync(port, what))),
            _ => await TimedAsync(200, Same(null)),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures));

        Func<long, Func<long, byte[]>> Same(string? etag) => _ => LoadPlan.Same(what, etag);

        async Task<LoadFigures> TimedAsync(int expected, Func<long, Func<long, byte[]>> requests)
        {
            var warmUp = await LoadRun.RunAsync(port, Connections, expected, long.MaxValue, time / 3, requests(0));
            var counted = await LoadRun.RunAsync(port, Connections, expected, long.MaxValue, time, requests(warmUp.Requests));
            return counted with { WarmUps = warmUp.Requests };
        }

        async Task<LoadFigures> SuggestAsync()
        {
            var warmUp = await TypeAsync(LoadPlan.Letters(what, which: 1));
            return await TypeAsync(LoadPlan.Letters(what, which: 0)) with { WarmUps = warmUp.Requests };
        }

        Task<LoadFigures> TypeAsync(IReadOnlyList<byte[]> letters) =>
            LoadRun.RunAsync(port, connections: 1, 200, letters.Count, TimeSpan.MaxValue, i => letters[(int)i]);
    }

    private static async Task<string> EtagAsync(int port, string target)
    {
        using var connection = await HttpConnection.OpenAsync(port, CancellationToken.None);
        var answer = await connection.AskAsync(HttpConnection.Request(target), CancellationToken.None);
        return connection.Etag(answer) ?? throw new InvalidOperationException($"{target} came without a validator.");
    }
}
