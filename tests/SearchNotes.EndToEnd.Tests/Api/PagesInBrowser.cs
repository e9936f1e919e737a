using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>A running service, and its pages in the system's Chromium.</summary>
public sealed class PagesInBrowser(Browser browser) : IAsyncLifetime
{
    public RunningService Service { get; private set; } = null!; // Set before the first test runs.

    public async ValueTask InitializeAsync() => Service = await RunningService.StartAsync();

    /// <summary>Opens a page and waits until it is there.</summary>
    public async Task<OpenPage> OpenAsync(string address, BrowserNewContextOptions options)
    {
        var window = await browser.NewWindowAsync(options);
        var open = new OpenPage(window, await window.NewPageAsync());
        await open.Page.GotoAsync(Service.Address + address, new() { WaitUntil = WaitUntilState.Load });
        return open;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

/// <summary>A page that is open, with all that it wrote on its console.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _console = [];

    public OpenPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the page complained of. A page that is asked for in vain says so itself; that is no complaint.</summary>
    public IReadOnlyList<string> Console
    {
        get
        {
            lock (_console)
                return [.. _console.Where(line => !line.Contains("the server responded with a status of 4", StringComparison.Ordinal))];
        }
    }

    /// <summary>Keeps a picture among the results of the run.</summary>
    public Task PhotographAsync(string name) =>
        Page.ScreenshotAsync(
            new() { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "pages", $"{name}.png"), FullPage = true });

    /// <summary>Takes a picture and lets axe look for what keeps people out.</summary>
    /// <param name="name">Name of the picture.</param>
    /// <param name="rules">Names of axe's rules; all by default, which take seconds on a busy machine.</param>
    public async Task CheckAsync(string name, params string[] rules)
    {
        await PhotographAsync(name);
        var result = await Page.RunAxe(new() { RunOnly = rules is [] ? null : new() { Type = "rule", Values = [.. rules] } });
        Assert.Equal("",
            string.Join('\n',
                result.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}")));
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Add(string line)
    {
        lock (_console)
            _console.Add(line);
    }
}
