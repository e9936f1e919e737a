using System.Net;

namespace SearchNotes.Tests.Api;

/// <summary>A state that an operation can be in, and how to bring it about.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">As the contract writes it.</param>
/// <param name="Status">What it answers then.</param>
/// <param name="What">Which state, in words.</param>
/// <param name="Ask">Brings it about and asks.</param>
internal sealed record ContractState(string Method, string Path, int Status, string What,
    Func<ContractServices, Task<HttpResponseMessage>> Ask)
{
    public string Name => $"{Method} {Path} {Status} {What}";
}

/// <summary>States of all operations. Those that hold for many alike are made from the contract itself.</summary>
internal static class ContractStates
{
    private const string Html = "text/html";

    private static readonly (string, string) WithKey = ("Authorization", $"Bearer {RunningService.Key}");

    public static IReadOnlyList<ContractState> All { get; } =
        [.. Searches(), .. Reading(), .. Pages(), .. Operating(), .. Pushes(), .. Common()];

    private static IEnumerable<ContractState> Searches()
    {
        yield return Get("/api/search", 200, "hits", "/api/search?q=queue&explain=true");
        yield return Get("/api/search", 200, "no hits", "/api/search?q=xylophonist");
        yield return Get("/api/search", 200, "near only", "/api/search?q=xylophonist+glockenspiel+newspapers");
        yield return Get("/api/search", 200, "a correction", "/api/search?q=newspappers");
        yield return Get("/api/search", 200, "given up", "/api/search?q=queue+xylophonist");
        yield return Get("/api/search", 200, "notes", "/api/search?q=%22queue+(&colour=red");
        yield return Get("/api/search", 200, "browsing by post", "/api/search?group=post&sort=date_asc&facets=false&per_page=1&page=2");
        yield return Get("/api/search", 200, "some facets", "/api/search?q=queue&facets=speaker,year");
        yield return Get("/api/search", 200, "past the last page", "/api/search?q=queue&page=100");
        yield return Get("/api/search", 200, "filters",
            "/api/search?kind=talk&kind=keynote&year=2012..2014&language=en&has=code&tag=conference&speaker=ada-quill&event=notes-conf-2013");
        yield return Get("/api/search", 400, "a page out of range", "/api/search?page=0");
        yield return Get("/api/suggest", 200, "suggestions", "/api/suggest?q=qu");
        yield return Get("/api/suggest", 200, "nothing typed", "/api/suggest");
        yield return Get("/api/suggest", 400, "a limit out of range", "/api/suggest?limit=0");
        yield return Get("/feed.atom", 200, "entries", "/feed.atom?q=queue");
        yield return Get("/feed.atom", 400, "a wrong kind", "/feed.atom?kind=lecture");
        yield return Get("/opensearch.xml", 200, "", "/opensearch.xml");
        yield return Get("/llms.txt", 200, "", "/llms.txt");
    }

    private static IEnumerable<ContractState> Reading()
    {
        yield return Get("/api/talks", 200, "the first page", "/api/talks?per_page=2");
        yield return Get("/api/talks", 400, "a page out of range", "/api/talks?page=0");
        yield return Get("/api/talks/{id}", 200, "a talk", "/api/talks/{id}");
        yield return Get("/api/talks/{id}", 200, "a post", "/api/talks/2016-01-02-why-i-take-notes");
        yield return Moved("/api/talks/{id}", "/api/talks/");
        yield return Get("/api/talks/{id}", 404, "no such talk", "/api/talks/nothing");
        yield return Get("/api/talks/{id}/related", 200, "talks", "/api/talks/{id}/related?limit=2");
        yield return Get("/api/talks/{id}/related", 400, "a limit out of range", "/api/talks/{id}/related?limit=x");
        yield return Get("/api/talks/{id}/related", 404, "no such talk", "/api/talks/nothing/related");
        yield return Get("/api/speakers", 200, "", "/api/speakers");
        foreach (var list in (string[])["/api/speakers/{slug}", "/api/tags/{slug}", "/api/events/{slug}"])
        {
            yield return Get(list, 200, "talks", list + "?per_page=1");
            yield return Get(list, 400, "a page out of range", list + "?page=x");
            yield return Get(list, 404, "nothing by that name", list.Replace("{slug}", "nothing", StringComparison.Ordinal));
        }
        yield return Get("/api/tags", 200, "", "/api/tags");
        yield return Get("/api/events", 200, "", "/api/events");
        yield return Get("/api/stats", 200, "", "/api/stats");
        yield return Get("/healthz", 200, "", "/healthz");
        yield return Get("/readyz", 200, "", "/readyz");
        yield return Get("/metrics", 200, "", "/metrics");
        yield return Get("/openapi.yaml", 200, "", "/openapi.yaml");
    }

    private static IEnumerable<ContractState> Pages()
    {
        yield return Get("/", 200, "the start", "/", Html);
        yield return Get("/", 200, "results", "/?q=queue", Html);
        yield return Get("/", 200, "plain text", "/?q=queue", "text/plain");
        yield return Get("/", 400, "a wrong kind, for a person", "/?kind=lecture", Html);
        yield return Get("/", 400, "a wrong kind, for a program", "/?kind=lecture");
        yield return Get("/talks/{id}", 200, "", "/talks/{id}", Html);
        yield return Moved("/talks/{id}", "/talks/");
        yield return Get("/talks/{id}/notes.md", 200, "", "/talks/{id}/notes.md");
        yield return Get("/talks/{id}/notes.md", 404, "no such talk", "/talks/nothing/notes.md");
        yield return Get("/talks/{id}", 404, "no such talk, for a person", "/talks/nothing", Html);
        foreach (var list in (string[])["/speakers/{slug}", "/tags/{slug}", "/events/{slug}"])
        {
            yield return Get(list, 200, "", list, Html);
            yield return Get(list, 400, "a page out of range, for a person", list + "?page=0", Html);
            yield return Get(list, 404, "nothing by that name", list.Replace("{slug}", "nothing", StringComparison.Ordinal));
        }
        foreach (var list in (string[])["/speakers", "/tags", "/events", "/talks"])
            yield return Get(list, 200, "", list, Html);
        yield return Get("/talks", 400, "a page out of range, for a person", "/talks?page=0", Html);
        yield return Get("/robots.txt", 200, "", "/robots.txt");
        yield return Get("/sitemap.xml", 200, "", "/sitemap.xml");
        yield return Get("/docs/index.html", 200, "", "/docs/index.html", Html);
        yield return Get("/docs/embed", 200, "", "/docs/embed", Html);
        yield return Get("/search-box.js", 200, "", "/search-box.js");
    }

    private static IEnumerable<ContractState> Operating()
    {
        yield return Full("POST", "/api/reindex", 202, "a run", service =>
            ContractServices.UntilAsync(service, HttpStatusCode.Accepted,
                () => ContractServices.SendAsync(service, "POST", "/api/reindex?full=true", WithKey)));
        yield return Full("POST", "/api/reindex", 400, "a wrong word",
            service => ContractServices.SendAsync(service, "POST", "/api/reindex?full=maybe", WithKey));
        yield return Full("POST", "/api/reindex", 401, "no key", service => ContractServices.SendAsync(service, "POST", "/api/reindex"));
        yield return Full("POST", "/api/reindex", 409, "somebody else writes", WhileLockedAsync);
        yield return Off("POST", "/api/reindex");
        yield return Full("GET", "/api/tasks/{id}", 200, "done", service => RunAsync(service, "done"));
        yield return Full("GET", "/api/tasks/{id}", 200, "failed", async service =>
        {
            Directory.Move(service.CorpusFolder, service.CorpusFolder + "-away");
            var failed = await RunAsync(service, "failed");
            Directory.Move(service.CorpusFolder + "-away", service.CorpusFolder);
            return failed;
        });
        yield return Full("GET", "/api/tasks/{id}", 401, "no key", service => service.GetAsync("/api/tasks/nothing"));
        yield return Full("GET", "/api/tasks/{id}", 404, "no such run", service => service.GetAsync("/api/tasks/nothing", WithKey));
        yield return Full("GET", "/api/insights", 200, "what was asked", async service =>
        {
            using (await service.GetAsync("/api/search?q=newspapers"))
            { }
            return await service.GetAsync("/api/insights", WithKey);
        });
        yield return Full("GET", "/api/insights", 400, "too many days", service => service.GetAsync("/api/insights?days=0", WithKey));
        yield return Full("GET", "/api/insights", 401, "no key", service => service.GetAsync("/api/insights"));
        yield return Off("GET", "/api/insights");
        yield return Full("POST", "/api/opened", 204, "counted",
            service => ContractServices.SendAsync(service, "POST", "/api/opened?q=queue&id={id}"));
        yield return Full("POST", "/api/opened", 400, "too long an id",
            service => ContractServices.SendAsync(service, "POST", $"/api/opened?q=queue&id={new string('x', 1001)}"));
        yield return Off("POST", "/api/opened");
    }

    private static IEnumerable<ContractState> Pushes()
    {
        yield return Full("POST", "/api/hooks/push", 200, "a ping", service => ContractServices.PushAsync(service, "ping", "{}"));
        yield return Full("POST", "/api/hooks/push", 200, "ignored",
            service => ContractServices.PushAsync(service, "issues", HookTests.Pushed));
        yield return Full("POST", "/api/hooks/push", 202, "taken",
            service => ContractServices.PushAsync(service, "push", HookTests.Pushed));
        yield return Full("POST", "/api/hooks/push", 401, "no signature",
            service => ContractServices.SendAsync(service, "POST", "/api/hooks/push"));
        yield return Full("POST", "/api/hooks/push", 413, "too large", ContractServices.AnnounceTooMuchAsync);
        yield return Off("POST", "/api/hooks/push");
    }

    /// <summary>What the contract says of an operation is asked of that very operation.</summary>
    private static IEnumerable<ContractState> Common() =>
        Contract.Read().Operations.SelectMany(operation => operation.Statuses, (operation, status) => (status switch
        {
            304 => new ContractState(operation.Method, operation.Path, 304, "unchanged", services => UnchangedAsync(services, operation)),
            429 => new ContractState(operation.Method, operation.Path, 429, "too many", services => TooManyAsync(services, operation)),
            503 when operation.Path == "/api/tasks/{id}" => new ContractState(operation.Method, operation.Path, 503, "a silent cluster",
                async services => await (await services.WithoutClusterAsync()).GetAsync("/api/tasks/0123456789abcdef", WithKey)),
            503 => new ContractState(operation.Method, operation.Path, 503, "no index", async services =>
                await ContractServices.SendAsync(await services.WithoutIndexAsync(), operation.Method, operation.Path)),
            _ => null,
        })!).Where(state => state is not null);

    private static ContractState Get(string path, int status, string what, string address, string accept = "*/*") =>
        Full("GET", path, status, what, service => ContractServices.SendAsync(service, "GET", address, ("Accept", accept)));

    private static ContractState Full(string method, string path, int status, string what,
        Func<RunningService, Task<HttpResponseMessage>> ask) =>
        new(method, path, status, what, async services => await ask(await services.FullAsync()));

    private static ContractState Moved(string path, string folder) =>
        new("GET", path, 301, "another id by now",
            async services => await (await services.MovedAsync()).GetAsync(folder + ContractServices.FormerId));

    private static ContractState Off(string method, string path) =>
        new(method, path, 404, "off",
            async services => await ContractServices.SendAsync(await services.WithoutKeysAsync(), method, path, WithKey));

    /// <summary>Asks again with the validator of the answer before. A reindex of another test may come in between and make that
    /// one old: then the newer validator is sent.</summary>
    private static async Task<HttpResponseMessage> UnchangedAsync(ContractServices services, Operation operation)
    {
        var service = await services.FullAsync();
        using var first = await ContractServices.SendAsync(service, operation.Method, operation.Path);
        var etag = first.Headers.ETag!.ToString(); // A contract with 304 promises one.
        return await ContractServices.UntilAsync(service, HttpStatusCode.NotModified, async () =>
        {
            var answer = await ContractServices.SendAsync(service, operation.Method, operation.Path, ("If-None-Match", etag));
            etag = answer.Headers.ETag?.ToString() ?? etag;
            return answer;
        });
    }

    private static async Task<HttpResponseMessage> TooManyAsync(ContractServices services, Operation operation)
    {
        var service = await services.LimitedAsync();
        return await ContractServices.UntilAsync(service, HttpStatusCode.TooManyRequests,
            () => ContractServices.SendAsync(service, operation.Method, operation.Path));
    }

    private static async Task<HttpResponseMessage> WhileLockedAsync(RunningService service)
    {
        HeldLock? held = null;
        await service.UntilAsync(() => Task.FromResult(HeldLock.TryTake(service.IndexFolder, out held)));
        using (held)
            return await ContractServices.SendAsync(service, "POST", "/api/reindex", WithKey);
    }

    private static async Task<HttpResponseMessage> RunAsync(RunningService service, string outcome)
    {
        using var started =
            await ContractServices.UntilAsync(service, HttpStatusCode.Accepted,
                () => ContractServices.SendAsync(service, "POST", "/api/reindex", WithKey));
        HttpResponseMessage? task = null;
        await service.UntilAsync(async () =>
        {
            task?.Dispose();
            task = await service.GetAsync(started.Headers.Location!.ToString(), WithKey);
            return (await task.Content.ReadAsStringAsync()).Contains($"\"status\":\"{outcome}\"", StringComparison.Ordinal);
        });
        return task!; // Set by the first attempt.
    }
}
