using Microsoft.Playwright;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Examples;

/// <summary>The page of <c>docs/examples</c> in a real Chromium against a live service.</summary>
public sealed class PageExampleTests(Browser browser)
{
    private const string Origin = "http://localhost:4000";

    [Fact]
    public async Task The_page_shows_hits_as_the_reader_types()
    {
        await using var service = await RunningService.StartAsync(options => options with { AllowedOrigins = [Origin] });
        await using var window = await browser.NewWindowAsync();
        var page = await OpenAsync(window, service.Address);

        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("forgives");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 found");
        await Assertions.Expect(page.GetByRole(AriaRole.Link)).ToHaveTextAsync("Queues that forgive");
        await Assertions.Expect(page.Locator("mark").Filter(new() { HasText = "forgives" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_shows_why_the_service_refused()
    {
        await using var service = await RunningService.StartAsync(options => options with { AllowedOrigins = [Origin] });
        await using var window = await browser.NewWindowAsync();
        var page = await OpenAsync(window, service.Address);

        await page.GetByRole(AriaRole.Searchbox).FillAsync(new string('x', 600));

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("512");
    }

    /// <summary>Opens the file as a page of an allowed origin, with the address that the service has in this run.</summary>
    private static async Task<IPage> OpenAsync(IBrowserContext window, string service)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ExampleProgram.Folder, "page.html"), TestContext.Current.CancellationToken);
        await window.RouteAsync($"{Origin}/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = text.Replace("http://localhost:5080", service, StringComparison.Ordinal),
        }));
        var page = await window.NewPageAsync();
        await page.GotoAsync(Origin + "/");
        return page;
    }
}
