using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchNotes.Api;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>The blog of <c>docs/box</c> on one origin and the real service over its posts on another.</summary>
public sealed class MadeUpBlog : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "box");

    private readonly string _index = Directory.CreateTempSubdirectory("searchnotes-box-").FullName;
    private WebApplication _blog = null!; // Both start before the first test.
    private WebApplication _service = null!;

    public string Address => _blog.Urls.Single();

    public string ServiceAddress => _service.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _blog = builder.Build();
        _blog.MapGet("/{*path}", Send);
        await _blog.StartAsync(TestContext.Current.CancellationToken);

        var corpus =
            new CorpusOptions
            {
                Root = Path.Combine(Folder, "posts"),
                Defaults = new FolderOptions { SiteUrl = Address, Anchors = AnchorStyle.Pandoc },
            };
        new Reindexer(new Corpus(corpus), _index, TimeProvider.System).Run();
        _service = SearchNotesHost.Create(
            new ServeOptions { IndexFolder = _index, Corpus = corpus, Urls = ["http://127.0.0.1:0"] },
            logging: logging => logging.ClearProviders());
        await _service.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _blog.DisposeAsync();
        Directory.Delete(_index, recursive: true);
    }

    /// <summary>A page as it lies in the folder, but with the address that the service has in this run.</summary>
    private IResult Send(HttpContext http)
    {
        var path = Path.Combine(Folder, http.Request.Path.Value!.Trim('/'));
        if (Directory.Exists(path))
            path = Path.Combine(path, "index.html");
        return File.Exists(path)
            ? Results.Text(File.ReadAllText(path).Replace("http://localhost:5080", ServiceAddress, StringComparison.Ordinal),
                path.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/html")
            : Results.NoContent();
    }
}
