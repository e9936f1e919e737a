using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>A post built by a real Hugo and served by a server for plain files. Paragraphs are far from each other.</summary>
internal sealed class HugoSite : IAsyncDisposable
{
    /// <summary>What to do where there is none.</summary>
    public const string Missing = "There is no Hugo here: apt-get install hugo.";

    private readonly WebApplication _app;

    private HugoSite(string root, WebApplication app) => (Root, _app) = (root, app);

    /// <summary>Path of the program, or <see langword="null"/>.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "hugo")).FirstOrDefault(File.Exists);

    /// <summary>The folder of the blog, which is the corpus.</summary>
    public string Root { get; }

    public string Address => _app.Urls.Single();

    /// <summary>Builds and serves a blog of one post.</summary>
    /// <param name="post">The post, <c>content/posts/day.md</c>.</param>
    public static async Task<HugoSite> BuildAsync(string post)
    {
        var root = Directory.CreateTempSubdirectory("searchnotes-hugo-").FullName;
        await WriteAsync(root, "hugo.toml", "baseURL = '/'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', '404']\n");
        await WriteAsync(root, "config.toml", await File.ReadAllTextAsync(Path.Combine(root, "hugo.toml")));
        await WriteAsync(root, "layouts/_default/single.html",
            "<!doctype html><html><head><style>p, pre, ul { margin: 1500px 0 }</style></head><body>{{ .Content }}</body></html>");
        await WriteAsync(root, "layouts/_default/list.html", "list");
        await WriteAsync(root, "content/posts/day.md", post);
        using var hugo = Process.Start(new ProcessStartInfo(Program!, ["--quiet"]) { WorkingDirectory = root })!; // Not null: no shell.
        await hugo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, hugo.ExitCode);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapGet("/{*path}", (string? path) =>
        {
            var file = Path.Combine(root, "public", path ?? "", "index.html");
            return File.Exists(file) ? Results.File(file, "text/html; charset=utf-8") : Results.NotFound();
        });
        await app.StartAsync();
        return new HugoSite(root, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    private static async Task WriteAsync(string root, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!); // Not null: the path has a folder.
        await File.WriteAllTextAsync(Path.Combine(root, path), text, TestContext.Current.CancellationToken);
    }
}
