using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>A blog on an origin of its own, with the search box on its page, open in the browser.</summary>
public sealed class Blog : IAsyncDisposable
{
    /// <summary>Whether the box asks exported files instead of a service: <c>SEARCHNOTES_BOX_BACKEND=files</c>.</summary>
    public static bool AsksFiles { get; } = Environment.GetEnvironmentVariable("SEARCHNOTES_BOX_BACKEND") == "files";

    /// <summary>Skips a test of what only a service does.</summary>
    public static void OnlyAsksService() => Assert.SkipWhen(AsksFiles, "Static files count no opened hits, and are read in other ways.");

    private readonly Browser _browser;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _console = [];
    private IBrowserContext? _window;
    private string _html = "";
    private string? _policy;

    private Blog(Browser browser, WebApplication app, FakeService service) => (_browser, _app, Service) = (browser, app, service);

    public FakeService Service { get; }

    public IPage Page { get; private set; } = null!; // Set by every way to open a blog.

    public string Address => $"{_app.Urls.Single()}/post/";

    /// <summary>The field that one types into.</summary>
    public ILocator Input => Page.GetByRole(AriaRole.Combobox);

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Options => Page.GetByRole(AriaRole.Option);

    /// <summary>The option that Enter would open.</summary>
    public ILocator Active => Page.Locator("[role=option][aria-selected=true]");

    /// <summary>What a screen reader is told.</summary>
    public ILocator Announced => Page.GetByRole(AriaRole.Status);

    /// <summary>All that the page wrote on its console.</summary>
    public IReadOnlyList<string> Console => [.. _console];

    /// <summary>Opens a blog whose page holds the box as the installation guide says.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="box">Attributes of the box besides its endpoint.</param>
    /// <param name="html">What stands on the page instead of one box; <c>ENDPOINT</c> is the service's address.</param>
    /// <param name="root">Attributes of the page's root element.</param>
    /// <param name="head">What the page's head holds besides the script.</param>
    /// <param name="policy">The content security policy the blog sends; <c>ENDPOINT</c> as above.</param>
    /// <param name="path">Where on the blog, after <c>/post/</c>.</param>
    /// <param name="window">What kind of window.</param>
    /// <param name="prepare">What happens before the page is opened.</param>
    public static async Task<Blog> OpenAsync(
        Browser browser, string box = "", string? html = null, string root = "lang=en", string head = "", string? policy = null,
        string path = "", BrowserNewContextOptions? window = null, Func<Blog, Task>? prepare = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var blog = new Blog(browser, app, await FakeService.StartAsync());
        app.MapGet("/style.css", () => Results.File(Path.Combine(Repository.Root, "docs", "box", "style.css"), "text/css"));
        app.MapGet("/{*page}", blog.Send);
        await app.StartAsync();

        blog._policy = policy?.Replace("ENDPOINT", blog.Service.Address, StringComparison.Ordinal);
        html ??= $"<search-notes endpoint=ENDPOINT {box}><form action=ENDPOINT/><input name=q aria-label='Search the talks'> <button>Search</button></form></search-notes>";
        if (AsksFiles)
            html = html.Replace("endpoint=ENDPOINT", "index=ENDPOINT", StringComparison.Ordinal);
        blog._html = Template(root, head, html).Replace("ENDPOINT", blog.Service.Address, StringComparison.Ordinal);
        blog._window = await browser.NewWindowAsync(window ?? new() { ViewportSize = new() { Width = 960, Height = 720 } });
        blog.Page = await blog._window.NewPageAsync();
        blog.Page.Console += (_, message) => blog._console.Enqueue($"{message.Type}: {message.Text}");
        blog.Page.PageError += (_, error) => blog._console.Enqueue(error);
        if (prepare is not null)
            await prepare(blog);
        await blog.Page.GotoAsync(blog.Address + path);
        return blog;
    }

    /// <summary>Opens the dialog and enters a query, all at once: on a busy machine keys may come so slowly that each is a
    /// search.</summary>
    public async Task SearchAsync(string query, string box = "search-notes")
    {
        // Not any button: the plain form has one too, until the box takes its place.
        await Page.Locator($"{box} .open").First.ClickAsync();
        await Page.Locator($"{box} .input").First.FillAsync(query);
    }

    /// <summary>Waits until the answer to all that was typed is shown, or that there is none.</summary>
    public Task SettleAsync() => Assertions.Expect(Page.Locator("search-notes .box.busy")).ToHaveCountAsync(0);

    /// <summary>Presses keys, one after the other.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until something on the page has a text, or holds it.</summary>
    public static Task SeeAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);

    /// <summary>Waits until a page's address ends with a text.</summary>
    /// <remarks>Not by Playwright's WaitForURLAsync: it misses a navigation that ends between its first look and its listening.</remarks>
    public static Task ArriveAsync(IPage page, string end) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Keeps a picture, lets axe look for what keeps people out, and wants an empty console.</summary>
    /// <param name="name">Name of the picture.</param>
    /// <param name="place">Where axe looks; everywhere by default.</param>
    public async Task CheckAsync(string name, ILocator? place = null)
    {
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"box-{name}.png") });
        var result = await (place?.RunAxe() ?? Page.RunAxe());
        Assert.Equal("", string.Join('\n', result.Violations.Select(found => $"{found.Id}: {found.Help}: {found.Nodes[0].Html}")));
        Assert.Empty(Console);
    }

    public async ValueTask DisposeAsync()
    {
        if (_window is not null)
            await _window.DisposeAsync();
        await _app.DisposeAsync();
        await Service.DisposeAsync();
    }

    private IResult Send(HttpContext http)
    {
        if (_policy is not null)
            http.Response.Headers.ContentSecurityPolicy = _policy;
        return http.Request.Path == "/favicon.ico" ? Results.NoContent() : Results.Text(_html, "text/html; charset=utf-8");
    }

    private static string Template(string root, string head, string html) => $"""
        <!doctype html>
        <html {root}>
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Half a Notebook</title>
        <link rel="stylesheet" href="/style.css">
        <script type="module" src="ENDPOINT/search-box.js"></script>
        {head}
        </head>
        <body>
        <header><p class="name">Half a Notebook</p>{html}</header>
        <main>
        <h1>North Sea Data Days 2024</h1>
        <p>Notes that I typed while <a href="/people/">people</a> talked. The mistakes are mine.</p>
        <p><label>Your name <input id="elsewhere"></label></p>
        <h2 id="what-goes-wrong">What goes wrong</h2>
        <p>As soon as someone asks how old the third message is, the queue has become a table without an index.</p>
        </main>
        </body>
        </html>
        """;
}
