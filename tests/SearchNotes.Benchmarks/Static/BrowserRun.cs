using System.Diagnostics;
using Microsoft.Playwright;

namespace SearchNotes.Benchmarks.Static;

/// <summary>Bytes and time of a step.</summary>
/// <param name="Bytes">Bytes of all bodies.</param>
/// <param name="Seconds">Seconds until the step was done.</param>
internal readonly record struct Step(long Bytes, double Seconds);

/// <summary>Asks an engine in a browser over a slow line.</summary>
internal sealed class BrowserRun(IBrowser browser, ThrottledServer server)
{
    private const int Shown = 6;

    /// <summary>Opens the engine in a window with an empty cache.</summary>
    public async Task<(IPage Page, Step Step)> OpenAsync()
    {
        var window = await browser.NewContextAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{server.Address}/{StaticEngine.PageName}");
        return (page, await MeasureAsync(async () =>
        {
            await page.EvaluateAsync("() => start()");
            await SettleAsync();
        }));
    }

    /// <summary>Asks, and returns what it took until the hits could be shown.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(IPage page, string query, int limit = Shown) =>
        await page.EvaluateAsync<string[]>("([query, limit]) => ask(query, limit)", new object[] { query, limit });

    /// <summary>Measures the answer to a whole query.</summary>
    public Task<Step> AnswerAsync(IPage page, string query) => MeasureAsync(() => AskAsync(page, query));

    /// <summary>Types a query and measures each letter after the first.</summary>
    public async Task<IReadOnlyList<Step>> TypeAsync(IPage page, string query)
    {
        var steps = new List<Step>();
        for (var length = 1; length <= query.Length; length++)
        {
            var typed = query[..length];
            if (typed.EndsWith(' '))
                continue;
            var step = await AnswerAsync(page, typed);
            await SettleAsync();
            if (length > 1)
                steps.Add(step);
        }
        return steps;
    }

    private async Task<Step> MeasureAsync(Func<Task> work)
    {
        var (bytes, started) = (server.Sent, Stopwatch.GetTimestamp());
        await work();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new(server.Sent - bytes, seconds);
    }

    /// <summary>Waits until nothing has been asked for a while.</summary>
    private async Task SettleAsync()
    {
        for (var quiet = 0; quiet < 5; quiet = server.Running == 0 ? quiet + 1 : 0)
            await Task.Delay(20);
    }
}
