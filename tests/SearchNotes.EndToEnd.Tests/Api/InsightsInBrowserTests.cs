using SearchNotes.Api.Insights;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class InsightsInBrowserTests(Browser browser) : IDisposable
{
    private readonly string _log = Path.Combine(Directory.CreateTempSubdirectory("searchnotes-log-").FullName, "queries");

    [Fact]
    public async Task A_browser_reports_the_hit_that_its_reader_opens_on_the_search_page()
    {
        await using (var service = await RunningService.StartAsync(options => options with { QueryLog = _log }))
        {
            var window = await browser.NewWindowAsync(new());
            var page = await window.NewPageAsync();
            await page.RouteAsync("https://blog.example/**", route => route.FulfillAsync(new() { Body = "the blog" }));
            await page.GotoAsync($"{service.Address}/?q=newspapers");

            await page.Locator(".hit h2 a").First.ClickAsync();
            await page.WaitForURLAsync("https://blog.example/**");

            await service.UntilAsync(() =>
                Task.FromResult(Directory.Exists(_log)
                    && Directory.GetFiles(_log).Any(file => File.ReadAllText(file).Contains("opened", StringComparison.Ordinal))));
            await window.DisposeAsync();
        }

        var count = Assert.Single(QueryInsights.Read(_log, 1, TimeProvider.System).Top);
        Assert.Equal(("newspapers", 1, 1), (count.Query, count.Searches, count.Opened));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_log)!, recursive: true);
}
