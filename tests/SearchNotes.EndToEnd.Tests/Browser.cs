using Microsoft.Playwright;
using SearchNotes.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace SearchNotes.Tests;

/// <summary>The one Chromium of a test run; started when a test first needs it.</summary>
/// <remarks>It is the system's (<c>apt-get install chromium</c>), or what <c>SEARCHNOTES_BROWSER</c> names; <c>none</c> does without.
/// Tests that lack it are left out, see <see cref="BrowserTests"/>.</remarks>
public sealed class Browser : IAsyncDisposable
{
    // The shell has no tabs and menus, and opens a page in half the time.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];

    private const int Patience = 120_000;

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What to do where there is none.</summary>
    public const string Missing = "There is no Chromium here: apt-get install chromium, or set SEARCHNOTES_BROWSER to one.";

    private static readonly Lazy<Task<string?>> Program = new(FindAsync);

    /// <summary>Whether there is one.</summary>
    public static async Task<bool> IsThereAsync() => await Program.Value is not null;

    /// <summary>A window of its own, with nothing in it from another test.</summary>
    public async Task<IBrowserContext> NewWindowAsync(BrowserNewContextOptions? options = null)
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            // A browser that crashed takes the tests of that moment with it, not those after them.
            if (_browser is not { IsConnected: true })
                _browser = await StartAsync();
        }
        finally
        {
            _starting.Release();
        }
        var window = await _browser.NewContextAsync(options);
        window.SetDefaultTimeout(Patience);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        _playwright ??= await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience); // Other builds may have the machine; what never comes still fails.
        var program = await Program.Value;
        Assert.SkipWhen(program is null, Missing);
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    private static async Task<string?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("SEARCHNOTES_BROWSER") is { Length: > 0 } named)
            return named == "none" ? null : named;

        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return path.Concat(Folders)
            .SelectMany(folder => Names.Select((name, rank) => (Program: Path.Combine(folder, name), Rank: rank)))
            .OrderBy(named => named.Rank).Select(named => named.Program)
            .FirstOrDefault(File.Exists) ?? await OfPlaywrightAsync();
    }

    private static async Task<string?> OfPlaywrightAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        return File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null;
    }
}
