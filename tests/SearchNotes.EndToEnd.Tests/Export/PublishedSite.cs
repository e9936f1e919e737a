using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>An exported site in a folder, served by a plain file server.</summary>
public sealed class PublishedSite : IAsyncDisposable
{
    private readonly CliFolder _folder = new();
    private WebApplication? _app;

    /// <summary>Exports posts.</summary>
    /// <param name="posts">Path and text of each post.</param>
    /// <param name="options">Further options of the command.</param>
    public static PublishedSite Of(IEnumerable<(string Path, string Text)> posts, params string[] options)
    {
        var site = new PublishedSite();
        foreach (var (path, text) in posts)
            site._folder.Write($"corpus/{path}", text);
        site.Export(options);
        return site;
    }

    /// <summary>The folder of the program's runs, with <c>corpus</c> and <c>site</c>.</summary>
    public CliFolder Folder => _folder;

    /// <summary>The folder of the exported files.</summary>
    public string Out => _folder.FullPath("site/search");

    /// <summary>The address of the start page once the site is served.</summary>
    public string Address => $"{_app!.Urls.Single()}/search/"; // Served first.

    /// <summary>Exports again.</summary>
    public CliRun Export(params string[] options)
    {
        var run = _folder.Run(["export", "--corpus", "corpus", "--out", "site/search", .. options]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run;
    }

    /// <summary>Returns the text of an exported file.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Out, path));

    /// <summary>Returns the paths of all exported files that end so, with <c>/</c>.</summary>
    public IReadOnlyList<string> Files(string ending = "") =>
        [.. Directory.EnumerateFiles(Out, $"*{ending}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Out, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Serves the site as a file server does: <c>index.html</c> for folders, no headers of its own.</summary>
    public async Task ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(_folder.FullPath("site")),
            StaticFileOptions = { ServeUnknownFileTypes = true },
        });
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }
}
