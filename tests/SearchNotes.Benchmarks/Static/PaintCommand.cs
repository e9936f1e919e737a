using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SearchNotes.Api;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Table;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Static;

/// <summary>Measures in Chromium how long after the last byte of an answer its hits are painted, on the search page and in the box, and how
/// far the content of a page moves while the page loads.</summary>
internal static class PaintCommand
{
    /// <summary>Waits for the next answer. An answer arrives when the browser has its last byte; it is painted when a message that was sent
    /// within the next animation frame is received.</summary>
    private const string Watch = """
        () => new Promise(done => {
          const start = performance.now();
          const shown = () => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              const painted = performance.now();
              const answer = performance.getEntriesByType('resource')
                .filter(({ name, startTime }) => /[?&]q=/.test(name) && !name.includes('/api/suggest') && startTime >= start).at(-1);
              if (answer) done(painted - answer.responseEnd);
            };
            port2.postMessage(0);
          });
          addEventListener('searchnotes:search', shown, { once: true });
          new MutationObserver(shown).observe(document.getElementById('main'), { childList: true });
        })
        """;

    private const string Shift = """
        () => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => { for (const { value } of list.getEntries()) sum += value; })
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 500);
        })
        """;

    private static readonly string[] Loaded =
        ["/", "/?q=conference", "/?tag=conference", "/speakers", "/tags", "/events", "/talks", "/docs/embed"];

    /// <summary>Runs it. The figures go to the output, the progress to the error output.</summary>
    /// <param name="talks">Size of the synthetic corpus.</param>
    /// <param name="count">Number of queries.</param>
    public static async Task<int> RunAsync(int talks, int count)
    {
        var root = Path.Combine(Repository.Root, "artifacts", "benchmarks");
        var corpus = CorpusFolder.Synthetic(Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"talks-{talks}")), talks);
        var options = new ServeOptions
        {
            IndexFolder = Path.Combine(root, "paint"),
            Corpus = new CorpusOptions { Root = corpus.Posts },
            Urls = ["http://127.0.0.1:0"],
        };
        Console.Error.WriteLine("indexing");
        new Reindexer(new Corpus(options.Corpus), options.IndexFolder, TimeProvider.System).Run();
        await using var service = SearchNotesHost.Create(options, logging: logging => logging.SetMinimumLevel(LogLevel.None));
        await service.StartAsync();
        var address = service.Urls.Single();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SEARCHNOTES_BROWSER") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu"],
        });
        var all = BenchQuery.ReadAll(corpus.Queries);
        var queries = Enumerable.Range(0, count).Select(index => all[index * all.Count / count].Text).ToArray();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{talks} talks, {count} queries; {Machine.Describe()}; load {Machine.Busy()}; Chromium {browser.Version}"));
        await MeasureAsync("search page", browser, $"{address}/", "#q", queries);
        await MeasureAsync("box", browser, $"{address}/docs/embed", "search-notes .open", queries);
        foreach (var path in Loaded)
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
            await page.GotoAsync(address + path);
            var moved = await page.EvaluateAsync<double>(Shift);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"layout shift of {path}: {moved:0.0000}"));
            await page.CloseAsync();
        }

        await service.StopAsync();
        return 0;
    }

    /// <summary>Pastes each query into a field and prints the milliseconds from the end of its answer until the hits are painted.</summary>
    private static async Task MeasureAsync(string name, IBrowser browser, string address, string field, IEnumerable<string> queries)
    {
        Console.Error.WriteLine(name);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await page.GotoAsync(address);
        await page.Locator(field).ClickAsync();
        var times = new List<double>();
        foreach (var query in queries)
        {
            await page.Keyboard.PressAsync("Control+a");
            var painted = page.EvaluateAsync<double>(Watch);
            await page.Keyboard.InsertTextAsync(query);
            times.Add(await painted);
        }

        times.Sort();
        var (median, most) = (times[times.Count / 2], times[times.Count * 95 / 100]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: painted {median:0} ms after the answer (median), {most:0} ms (95 %), {times[^1]:0} ms (maximum)"));
        await page.CloseAsync();
    }
}
