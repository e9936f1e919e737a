using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Examples;

/// <summary>The page of <c>docs/examples</c> in a real Chromium against a live service on another origin.</summary>
public sealed class PageExampleTests(Browser browser) : IAsyncLifetime
{
    private WebApplication _blog = null!; // Both start before the first test.
    private RunningService _service = null!;

    [Fact]
    public async Task The_page_shows_hits_as_the_reader_types()
    {
        await using var window = await browser.NewWindowAsync();
        var page = await OpenAsync(window);

        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("forgives");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 found");
        await Assertions.Expect(page.GetByRole(AriaRole.Link)).ToHaveTextAsync("Queues that forgive");
        await Assertions.Expect(page.Locator("mark").Filter(new() { HasText = "forgives" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_shows_why_the_service_refused()
    {
        await using var window = await browser.NewWindowAsync();
        var page = await OpenAsync(window);

        await page.GetByRole(AriaRole.Searchbox).FillAsync(new string('x', 600));

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("512");
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _blog = builder.Build();
        _blog.MapGet("/", Send);
        await _blog.StartAsync(TestContext.Current.CancellationToken);
        _service = await RunningService.StartAsync(options => options with { AllowedOrigins = [_blog.Urls.Single()] });
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _blog.DisposeAsync();
    }

    /// <summary>The file with the address that the service has in this run.</summary>
    private IResult Send()
    {
        var text = File.ReadAllText(Path.Combine(ExampleProgram.Folder, "page.html"));
        return Results.Text(text.Replace("http://localhost:5080", _service.Address, StringComparison.Ordinal), "text/html");
    }

    private async Task<IPage> OpenAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(_blog.Urls.Single());
        return page;
    }
}
