using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace SearchNotes.Tests.Export;

/// <summary>A blog on a server for plain files, with the search box on its page and the export at <c>/search/</c>.</summary>
internal sealed class StaticBlog : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly ConcurrentQueue<string> _console = [];
    private IBrowserContext? _window;

    private StaticBlog(WebApplication app) => _app = app;

    public IPage Page { get; private set; } = null!; // Set by OpenAsync.

    public string Address => _app.Urls.Single();

    public ILocator Input => Page.GetByRole(AriaRole.Combobox);

    public ILocator Options => Page.GetByRole(AriaRole.Option);

    public ILocator Announced => Page.GetByRole(AriaRole.Status);

    /// <summary>All that the page wrote on its console.</summary>
    public IReadOnlyList<string> Console => [.. _console];

    /// <summary>The files of the export that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>Serves the export, without opening a page.</summary>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="html">The page.</param>
    /// <param name="policy">The content security policy of the page.</param>
    public static async Task<StaticBlog> ServeAsync(string folder, string html = "", string? policy = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var blog = new StaticBlog(app);
        app.MapGet("/search/{*path}", (HttpContext http, string path) =>
        {
            blog._asked.Enqueue(path);
            http.Response.Headers.AccessControlAllowOrigin = "*";
            var file = Path.Combine(folder, path);
            return File.Exists(file) ? Results.File(file, TypeOf(path)) : Results.NotFound();
        });
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/", (HttpContext http) =>
        {
            if (policy is not null)
                http.Response.Headers.ContentSecurityPolicy = policy;
            return Results.Text(html, "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return blog;
    }

    /// <summary>Opens a page with the box.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="box">Attributes of the box.</param>
    /// <param name="search">Address of the folder with the script.</param>
    /// <param name="policy">The content security policy of the page.</param>
    public static async Task<StaticBlog> OpenAsync(Browser browser, string folder, string box = "index=/search/", string search = "/search",
        string? policy = null)
    {
        var blog = await ServeAsync(folder, Template(box, search), policy);
        blog._window = await browser.NewWindowAsync(new() { ViewportSize = new() { Width = 960, Height = 800 } });
        blog.Page = await blog._window.NewPageAsync();
        blog.Page.Console += (_, message) => blog._console.Enqueue($"{message.Type}: {message.Text}");
        blog.Page.PageError += (_, error) => blog._console.Enqueue(error);
        await blog.Page.GotoAsync(blog.Address);
        return blog;
    }

    /// <summary>Opens the dialog and enters a query.</summary>
    public async Task SearchAsync(string query)
    {
        await Page.Locator("search-notes .open").ClickAsync();
        await Input.FillAsync(query);
    }

    public async ValueTask DisposeAsync()
    {
        if (_window is not null)
            await _window.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript",
        ".json" => "application/json",
        ".html" => "text/html",
        _ => "application/octet-stream",
    };

    private static string Template(string box, string search) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Half a Notebook</title>
        <script type="module" src="{search}/search-box.js"></script>
        </head>
        <body>
        <header><p>Half a Notebook</p>
        <search-notes {box}>
          <form action="/search/"><input name=q aria-label="Search the talks"> <button>Search</button></form>
        </search-notes>
        </header>
        <main><h1>North Sea Data Days</h1><p>Notes that I typed while people talked.</p></main>
        </body>
        </html>
        """;
}
