using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SearchNotes.Api;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The real service on a port of its own, over a corpus and an index in a temporary folder.</summary>
public sealed class RunningService : IAsyncDisposable
{
    public const string Key = "a key for tests, long enough";

    /// <summary>A search whose time is up on a busy machine answers less; the longest that can be set.</summary>
    public static readonly TimeSpan LongBudget = TimeSpan.FromMinutes(1);

    private readonly string _root = Directory.CreateTempSubdirectory("searchnotes-api-").FullName;
    private WebApplication? _app;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public LogLines Log { get; } = new();

    public string Address { get; private set; } = "";

    public string CorpusFolder => Path.Combine(_root, "corpus");

    public string IndexFolder => Path.Combine(_root, "index");

    /// <summary>A service over the sample posts, indexed, once it can search.</summary>
    public static async Task<RunningService> StartAsync(Func<ServeOptions, ServeOptions>? with = null, TimeProvider? time = null)
    {
        var service = new RunningService();
        SamplePosts.Write(service.CorpusFolder);
        service.Reindex();
        await service.ServeAsync(with, time);
        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);
        return service;
    }

    /// <summary>A service that has a corpus, and no index yet.</summary>
    public static async Task<RunningService> StartWithoutIndexAsync(Func<ServeOptions, ServeOptions>? with = null)
    {
        var service = new RunningService();
        SamplePosts.Write(service.CorpusFolder);
        Directory.CreateDirectory(service.IndexFolder);
        await service.ServeAsync(with);
        await service.UntilAsync(() => Task.FromResult(service.Log.Any("No index to search")));
        return service;
    }

    /// <summary>Writes a post into the corpus.</summary>
    public void Write(string path, string text) => File.WriteAllText(Path.Combine(CorpusFolder, path), text);

    /// <summary>Brings the index up to date, as another process would.</summary>
    public ReindexReport Reindex() => new Reindexer(new Corpus(Corpus), IndexFolder, TimeProvider.System).Run();

    /// <summary>Puts an index in place that opens, and holds a flipped byte in its largest file.</summary>
    public void ReindexAndDamage()
    {
        var elsewhere = Path.Combine(_root, "elsewhere");
        new Reindexer(new Corpus(Corpus), elsewhere, TimeProvider.System).Run();
        var largest = Directory.EnumerateFiles(Path.Combine(elsewhere, "current")).MaxBy(file => new FileInfo(file).Length)!;
        var bytes = File.ReadAllBytes(largest);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(largest, bytes);
        Directory.Move(Path.Combine(elsewhere, "current"), Path.Combine(IndexFolder, "current"));
    }

    /// <summary>Puts an index in place of which one file may not be opened, as the system says of a folder.</summary>
    public void ReindexAndDeny()
    {
        var elsewhere = Path.Combine(_root, "elsewhere");
        new Reindexer(new Corpus(Corpus), elsewhere, TimeProvider.System).Run();
        var denied = Directory.EnumerateFiles(Path.Combine(elsewhere, "current"), "*.fdt").First();
        File.Delete(denied);
        Directory.CreateDirectory(denied);
        Directory.Move(Path.Combine(elsewhere, "current"), Path.Combine(IndexFolder, "current"));
    }

    /// <summary>Puts an index of two commits in place, of which only the older opens; a post on glaciers is in the newer alone.</summary>
    public void ReindexTwiceAndDamageTheNewest()
    {
        var elsewhere = Path.Combine(_root, "elsewhere");
        var current = Path.Combine(elsewhere, "current");
        new Reindexer(new Corpus(Corpus), elsewhere, TimeProvider.System).Run();
        var older = Directory.GetFiles(current).ToHashSet(StringComparer.Ordinal);
        Write("2020-05-05-ice.md", "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n");
        new Reindexer(new Corpus(Corpus), elsewhere, TimeProvider.System).Run();
        File.Delete(Directory.GetFiles(current, "*.fdt").Single(file => !older.Contains(file)));
        Directory.Move(current, Path.Combine(IndexFolder, "current"));
    }

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, Address + address);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await GetAsync(address);
        return await ReadAsync(response);
    }

    public async Task<string> PageAsync(string address)
    {
        using var response = await GetAsync(address, ("Accept", "text/html"));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>Asks until something holds; fails after five minutes, which only a fault takes.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var times = 0; times < 15_000; times++)
        {
            if (await holds())
                return;
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        Assert.Fail($"It never came to that. The log says:\n{Log}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        Client.Dispose();

        // A run may still be putting its things away: what it wrote is found before it has ended.
        var reindexer = new Reindexer(new Corpus(Corpus), IndexFolder, TimeProvider.System);
        await UntilAsync(() => Task.FromResult(reindexer.WrittenBy() is null));
        await UntilAsync(() => Task.FromResult(IsDeleted()));
    }

    /// <summary>Deletes the folder; not yet, when a run that was cancelled writes or deletes in it at the same moment.</summary>
    private bool IsDeleted()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return !Directory.Exists(_root);
        }
    }

    private CorpusOptions Corpus => new()
    {
        Root = CorpusFolder,
        Defaults = new FolderOptions { SiteUrl = "https://blog.example", Anchors = AnchorStyle.GitHub },
        BestBets = [BestBetRule.Parse("code of conduct > Our rules & more </conduct/>")!],
    };

    private async Task ServeAsync(Func<ServeOptions, ServeOptions>? with, TimeProvider? time = null)
    {
        var options = new ServeOptions
        {
            IndexFolder = IndexFolder,
            Corpus = Corpus,
            Urls = ["http://127.0.0.1:0"],
            ReindexKey = Key,
            RefreshInterval = TimeSpan.FromMilliseconds(50),
            SearchBudget = LongBudget,
        };
        _app = SearchNotesHost.Create(with is null ? options : with(options), time, logging: logging => logging.AddProvider(Log));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = _app.Urls.Single();
        Client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("tests", "1"));
    }
}

/// <summary>What the service logs.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public bool Any(string text) => Count(text) > 0;

    public int Count(string text)
    {
        lock (_lines)
            return _lines.Count(line => line.Contains(text, StringComparison.Ordinal));
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
            _lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join('\n', _lines);
    }

    public void Dispose()
    {
    }
}
