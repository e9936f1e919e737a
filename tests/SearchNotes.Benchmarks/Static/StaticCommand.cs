using System.Globalization;
using Microsoft.Playwright;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Table;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Static;

/// <summary>Measures the exported files beside Pagefind's, in a browser over a slow line, and prints a page for
/// <c>docs/performance</c>.</summary>
internal static class StaticCommand
{
    /// <summary>Queries that are asked in a window of their own.</summary>
    private const int FirstAnswers = 40;

    /// <summary>Queries that are typed letter by letter.</summary>
    private const int Typed = 8;

    /// <summary>Runs it. The page goes to the output, the progress to the error output.</summary>
    /// <param name="sizes">Sizes of the synthetic corpora.</param>
    /// <param name="time">The clock.</param>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, TimeProvider time)
    {
        var root = Path.Combine(Repository.Root, "artifacts", "benchmarks");
        Tell("publishing the programs");
        var programs = Programs.Prepare(root);
        if (programs.Pagefind is not { } pagefind)
        {
            Console.Error.WriteLine("Pagefind is not on the path: npm install pagefind, then PATH=$PATH:$PWD/node_modules/.bin");
            return 2;
        }
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SEARCHNOTES_BROWSER") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu"],
        });

        var busyBefore = Machine.Busy();
        var report = new StaticReport();
        foreach (var size in sizes)
        {
            var corpus = CorpusFolder.Synthetic(Path.Combine(root, $"talks-{size}"), size);
            var site = Path.Combine(root, "static");
            foreach (var engine in StaticSites.Make(site, corpus, programs.Cli, pagefind, report, size))
            {
                Tell(string.Create(CultureInfo.InvariantCulture, $"{size} talks: {engine.Name}"));
                await MeasureAsync(browser, engine, BenchQuery.ReadAll(corpus.Queries), report, size);
            }
        }
        Tell("judged queries");
        await JudgedRun.MeasureAsync(browser, programs.Cli, pagefind, Path.Combine(root, "static"), report);

        Console.Write(report.Write(
        [
            $"Date: {time.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; commit {Machine.Commit()}",
            $"Machine: {Machine.Describe()}; load {busyBefore} before, {Machine.Busy()} after",
            $"Browser: Chromium {browser.Version}",
            $"Line: {ThrottledServer.Latency.TotalMilliseconds} ms a request, {ThrottledServer.BytesPerSecond / 1000} KB a second for all",
            $"Queries: {FirstAnswers} asked at once, each in a new window; {Typed} typed letter by letter",
        ]));
        return 0;
    }

    private static async Task MeasureAsync(
        IBrowser browser, StaticEngine engine, IReadOnlyList<BenchQuery> queries, StaticReport report, int size)
    {
        await using var server = await ThrottledServer.StartAsync(engine.Site);
        var run = new BrowserRun(browser, server);
        foreach (var query in Spread(queries, FirstAnswers))
        {
            var (page, opened) = await run.OpenAsync();
            report.Add(size, engine.Name, Measured.Open, opened);
            report.Add(size, engine.Name, Measured.Answer, await run.AnswerAsync(page, query.Text));
            await page.Context.DisposeAsync();
        }
        foreach (var query in Spread(queries, Typed))
        {
            var (page, _) = await run.OpenAsync();
            foreach (var step in await run.TypeAsync(page, query.Text))
                report.Add(size, engine.Name, Measured.Letter, step);
            await page.Context.DisposeAsync();
        }
    }

    /// <summary>Returns queries evenly from the whole list, which is sorted by class.</summary>
    private static IEnumerable<BenchQuery> Spread(IReadOnlyList<BenchQuery> queries, int count) =>
        Enumerable.Range(0, count).Select(index => queries[index * queries.Count / count]);

    private static void Tell(string step) => Console.Error.WriteLine(step);
}
