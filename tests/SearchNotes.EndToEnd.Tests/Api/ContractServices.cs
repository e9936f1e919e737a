using System.Net;
using System.Text;
using SearchNotes.OpenSearch;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Services in the states that answers depend on. Each is started when it is first asked.</summary>
public sealed class ContractServices : IAsyncLifetime
{
    private readonly Dictionary<string, RunningService> _started = [];
    private readonly string _log = Path.Combine(Directory.CreateTempSubdirectory("searchnotes-contract-").FullName, "queries");

    /// <summary>An indexed corpus, a hook secret, a query log.</summary>
    public Task<RunningService> FullAsync() =>
        OnceAsync("full", () => RunningService.StartAsync(options => options with { HookSecret = HookTests.Secret, QueryLog = _log }));

    /// <summary>No key, no secret, no query log: what is off until it is set.</summary>
    public Task<RunningService> WithoutKeysAsync() =>
        OnceAsync("without keys", () => RunningService.StartAsync(options => options with { ReindexKey = null }));

    /// <summary>Nothing indexed yet.</summary>
    public Task<RunningService> WithoutIndexAsync() => OnceAsync("without index", () => RunningService.StartWithoutIndexAsync());

    /// <summary>A cluster that has no index yet, and then stopped answering.</summary>
    public Task<RunningService> WithoutClusterAsync() => OnceAsync("without cluster", () => RunningService.StartWithoutIndexAsync(options =>
        options with { Engine = new OpenSearchEngine(new ClusterOptions { Urls = ["http://127.0.0.1:9"] }, TimeProvider.System, new LostNode()) }));

    /// <summary>One request at once.</summary>
    public Task<RunningService> LimitedAsync() =>
        OnceAsync("limited",
            () => RunningService.StartAsync(options => options with { LimitLoopback = true, Burst = 1, RequestsPerSecond = 1 }));

    /// <summary>Id of a talk that <see cref="MovedAsync"/> had before.</summary>
    public const string FormerId = "2019-09-09-moss.ada-quill";

    /// <summary>A talk has another id since the last commit.</summary>
    public Task<RunningService> MovedAsync() => OnceAsync("moved", async () =>
    {
        var service = await RunningService.StartAsync();
        const string Talk = "# Ada Quill on Moss\n\nMoss grows on stones.\n";
        service.Write("2019-09-09-moss.md", $"---\ntalks: headings\n---\n\n{Talk}");
        service.Reindex();
        service.Write("2019-09-09-moss.md", $"---\ntitle: Moss\ntalks: one\nspeaker: Bo Reed\n---\n\n{Talk}");
        service.Reindex();
        await service.UntilAsync(async () => (await service.GetAsync("/api/talks/2019-09-09-moss.bo-reed")).IsSuccessStatusCode);
        return service;
    });

    /// <summary>Sends a request; <c>{id}</c> and <c>{slug}</c> in its address stand for a talk and a speaker, tag or event that there
    /// is.</summary>
    public static Task<HttpResponseMessage> SendAsync(RunningService service, string method, string address,
        params (string Name, string Value)[] fields) =>
        service.SendAsync(new HttpMethod(method), Filled(address), fields);

    /// <summary>A push hook with the right signature.</summary>
    public static Task<HttpResponseMessage> PushAsync(RunningService service, string kind, string body) =>
        HookTests.SendAsync(service, body, ("X-GitHub-Event", kind), ("X-Hub-Signature-256", HookTests.Proof("X-Hub-Signature-256", body)));

    /// <summary>Announces a body that is larger than any that is taken, and sends it only when told to go on.</summary>
    public static async Task<HttpResponseMessage> AnnounceTooMuchAsync(RunningService service)
    {
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        var request =
            new HttpRequestMessage(HttpMethod.Post,
                $"{service.Address}/api/hooks/push")
            {
                Content = new ByteArrayContent(new byte[64 << 20]),
            };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("X-GitHub-Event", "push");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + new string('0', 64));
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    /// <summary>Sends until the status comes: a run may still be at work, a bucket may still hold a request.</summary>
    public static async Task<HttpResponseMessage> UntilAsync(RunningService service, HttpStatusCode status,
        Func<Task<HttpResponseMessage>> send)
    {
        HttpResponseMessage? answer = null;
        await service.UntilAsync(async () =>
        {
            answer?.Dispose();
            answer = await send();
            return answer.StatusCode == status;
        });
        return answer!; // Set by the first attempt.
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _started.Values)
            await service.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_log)!, recursive: true);
    }

    private static string Filled(string address)
    {
        var slug = address.Contains("/tags/", StringComparison.Ordinal) ? "parsing"
            : address.Contains("/events/", StringComparison.Ordinal) ? "notes-conf-2013"
            : "ada-quill";
        return new StringBuilder(address).Replace("{id}", "2013-07-07-notes-conf-day-two.ada-quill").Replace("{slug}", slug).ToString();
    }

    private async Task<RunningService> OnceAsync(string name, Func<Task<RunningService>> start)
    {
        if (!_started.TryGetValue(name, out var service))
            _started[name] = service = await start();
        return service;
    }

    /// <summary>A node that knows of no index, and answers nothing else.</summary>
    private sealed class LostNode : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.Contains("/_doc/state-", StringComparison.Ordinal) // Not null: it is sent.
                ? new(HttpStatusCode.NotFound) { Content = new StringContent("{}") } : throw new HttpRequestException("gone");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
