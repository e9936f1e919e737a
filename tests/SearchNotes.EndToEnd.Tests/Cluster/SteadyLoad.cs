using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SearchNotes.Tests.Cluster;

/// <summary>Asks a server at a steady rate, whether or not it has answered, and notes how long each answer took.</summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    private static readonly string[] Words = ["queues", "python", "jobs fail", "retry deadline", "speaker:lang", "\"runs them again\"", "que", "pyhton"];

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task<(string? Fault, double Milliseconds)>> searches = [];
    private readonly string address;
    private readonly Task asking;

    /// <summary>Begins to ask.</summary>
    /// <param name="address">The server.</param>
    /// <param name="perSecond">Number of searches in a second.</param>
    public SteadyLoad(string address, int perSecond)
    {
        this.address = address;
        asking = AskAsync(TimeSpan.FromSeconds(1.0 / perSecond));
    }

    /// <summary>Ends it, and waits for all answers.</summary>
    /// <returns>What was wrong with answers, and how long each took, in order of length.</returns>
    public async Task<(IReadOnlyList<string> Faults, IReadOnlyList<double> Milliseconds)> EndAsync()
    {
        await stop.CancelAsync();
        await asking;
        var answers = await Task.WhenAll(searches);
        return ([.. answers.Select(answer => answer.Fault).OfType<string>()], [.. answers.Select(answer => answer.Milliseconds).Order()]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await asking;
        stop.Dispose();
        http.Dispose();
    }

    private async Task AskAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            for (var i = 0; await timer.WaitForNextTickAsync(stop.Token); i++)
                searches.Add(SearchAsync(i));
        }
        catch (OperationCanceledException)
        {
            // It ends.
        }
    }

    private async Task<(string? Fault, double Milliseconds)> SearchAsync(int number)
    {
        var began = Stopwatch.GetTimestamp();
        // No two addresses are equal, so that no answer is remembered.
        var query = string.Create(CultureInfo.InvariantCulture, $"{address}/api/search?q={Uri.EscapeDataString(Words[number % Words.Length])}&unused={number}");
        string? fault;
        try
        {
            using var answer = await http.GetAsync(new Uri(query));
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
            fault = !answer.IsSuccessStatusCode ? $"search {number}: {(int)answer.StatusCode} {json.RootElement}"
                : json.RootElement.GetProperty("partial").GetBoolean() ? $"search {number} was partial"
                : json.RootElement.GetProperty("total").GetInt32() == 0 ? $"search {number} found nothing" : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            fault = $"search {number}: {e.Message}";
        }

        return (fault, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
