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
    /// <param name="inBrowser">Whether a browser is used. Without it, only sizes and the engine in Node.js are measured.</param>
    /// <param name="time">The clock.</param>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, bool inBrowser, TimeProvider time)
    {
        var root = Path.Combine(Repository.Root, "artifacts", "benchmarks");
        if (Programs.OnPath("pagefind") is not { } pagefind)
        {
            Console.Error.WriteLine("Pagefind is not on the path: npm install pagefind, then PATH=$PATH:$PWD/node_modules/.bin");
            return 2;
        }

        Tell("publishing the program");
        var cli = Programs.PrepareCli(root);
        using var playwright = inBrowser ? await Playwright.CreateAsync() : null;
        await using var browser = playwright is null ? null : await playwright.Chromium.LaunchAsync(new()
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
            foreach (var engine in StaticSites.Make(site, corpus, cli, pagefind, report, size))
            {
                Tell(string.Create(CultureInfo.InvariantCulture, $"{size} talks: {engine.Name}"));
                var queries = BenchQuery.ReadAll(corpus.Queries);
                if (engine.IsOurs)
                    report.Alone(size, await NodeRun.MeasureAsync(engine.Files, queries));
                if (browser is not null)
                    await MeasureAsync(browser, engine, queries, report, size);
            }
        }

        if (browser is not null)
        {
            Tell("judged queries");
            await JudgedRun.MeasureAsync(browser, cli, pagefind, Path.Combine(root, "static"), report);
        }

        Console.Write(report.Write(
        [
            $"Date: {time.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; commit {Machine.Commit()}",
            $"Machine: {Machine.Describe()}; load {busyBefore} before, {Machine.Busy()} after",
            .. browser is null ? Array.Empty<string>() :
            [
                $"Browser: Chromium {browser.Version}",
                $"Line: {ThrottledServer.Latency.TotalMilliseconds} ms a request, {ThrottledServer.BytesPerSecond / 1000} KB a second for all",
                $"Queries: {FirstAnswers} asked at once, each in a new window; {Typed} typed letter by letter",
            ],
        ]));
        return 0;
    }

    private static async Task MeasureAsync(
        IBrowser browser, StaticEngine engine, IReadOnlyList<BenchQuery> queries, StaticReport report, int size)
    {
        await using var server = await ThrottledServer.StartAsync(engine.Site);
        var run = new BrowserRun(browser, server);
        foreach (var query in BenchQuery.Spread(queries, FirstAnswers))
        {
            var (page, opened) = await run.OpenAsync();
            report.Add(size, engine.Name, Measured.Open, opened);
            report.Add(size, engine.Name, Measured.Answer, await run.AnswerAsync(page, query.Text));
            await page.Context.DisposeAsync();
        }
        foreach (var query in BenchQuery.Spread(queries, Typed))
        {
            var (page, _) = await run.OpenAsync();
            foreach (var step in await run.TypeAsync(page, query.Text))
                report.Add(size, engine.Name, Measured.Letter, step);
            await page.Context.DisposeAsync();
        }
    }

    private static void Tell(string step) => Console.Error.WriteLine(step);
}
