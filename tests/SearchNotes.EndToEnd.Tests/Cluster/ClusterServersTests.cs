using System.Diagnostics;
using System.Net.Http.Headers;
using SearchNotes.OpenSearch;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Several servers over one cluster.</summary>
[Collection(nameof(OneNode))]
public sealed class ClusterServersTests(OneNode node)
{
    public static bool HasNginx => Nginx.Program is not null;

    [Fact]
    public async Task A_run_can_be_asked_of_each_server_and_each_notices_the_new_generation()
    {
        var options = node.Options();
        await using var one = await StartAsync(options);
        await using var other = await StartAsync(options);
        using var accepted = await SendAsync(one, HttpMethod.Post, "/api/reindex");
        var run = (await RunningService.ReadAsync(accepted)).GetProperty("id").GetString();

        await other.UntilAsync(async () => await StatusAsync(other, run) == "done");

        Assert.Equal("done", await StatusAsync(one, run));
        await other.UntilAsync(async () => (await other.GetAsync("/readyz")).IsSuccessStatusCode);
        await one.UntilAsync(async () => (await one.GetAsync("/readyz")).IsSuccessStatusCode);
        using var first = await one.GetAsync("/api/search?q=queues");
        using var second = await other.GetAsync("/api/search?q=queues", ("If-None-Match", $"{first.Headers.ETag}"));
        Assert.Equal(304, (int)second.StatusCode);
        using var unknown = await SendAsync(other, HttpMethod.Get, "/api/tasks/0123456789abcdef");
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    [Fact(Skip = "There is no nginx here: apt-get install nginx-light.", SkipUnless = nameof(HasNginx))]
    public async Task Behind_a_proxy_a_server_may_be_killed_under_load()
    {
        var options = node.Options();
        var corpus = Directory.CreateTempSubdirectory("searchnotes-corpus-").FullName;
        SamplePosts.Write(corpus);
        new OpenSearchEngine(options, TimeProvider.System)
            .Reindexer(new Posts.Corpus(new Posts.CorpusOptions { Root = corpus }), TimeProvider.System).Run();
        var ports = (One: Nginx.FreePort(), Other: Nginx.FreePort());
        using var one = Serve(options, corpus, ports.One);
        using var other = Serve(options, corpus, ports.Other);
        using var nginx = await Nginx.StartAsync(Nginx.FreePort(), $$"""
            location /api/ { proxy_pass http://127.0.0.1:{{ports.One}}; error_page 502 504 = @other; }
            location @other { proxy_pass http://127.0.0.1:{{ports.Other}}; }
            """);
        using var http = new HttpClient { BaseAddress = new Uri(nginx.Address), Timeout = TimeSpan.FromMinutes(2) };
        await UntilReadyAsync(http, ports.One);
        await UntilReadyAsync(http, ports.Other);

        List<string> refused = [];
        for (var i = 0; i < 60; i++)
        {
            var burst = Enumerable.Range(0, 4).Select(k => http.GetAsync(new Uri($"/api/search?q=queues+{i}{k}", UriKind.Relative)));
            if (i == 20)
                one.Kill();
            foreach (var answer in await Task.WhenAll(burst))
            {
                if (!answer.IsSuccessStatusCode)
                    refused.Add(await answer.Content.ReadAsStringAsync());
                answer.Dispose();
            }
        }

        other.Kill();
        await one.WaitForExitAsync();
        await other.WaitForExitAsync();
        Directory.Delete(corpus, recursive: true);
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    private static Task<RunningService> StartAsync(ClusterOptions options) =>
        RunningService.StartWithoutIndexAsync(serve => serve with { Engine = new OpenSearchEngine(options, TimeProvider.System) });

    private static Process Serve(ClusterOptions options, string corpus, int port)
    {
        var start = TestedProgram.Start("serve", "--engine", "opensearch", "--opensearch-url", string.Join(',', options.Urls),
            "--opensearch-prefix", options.Prefix, "--corpus", corpus, "--urls", $"http://127.0.0.1:{port}");
        // A busy machine may need longer for a search than the default of a second, and would be taken for a cluster that does not answer.
        start.Environment["SEARCHNOTES_SEARCH_MILLISECONDS"] = "60000";
        return QuietProcess.Start(start);
    }

    private static async Task UntilReadyAsync(HttpClient http, int port)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    private static async Task<string?> StatusAsync(RunningService service, string? run)
    {
        using var answer = await SendAsync(service, HttpMethod.Get, $"/api/tasks/{run}");
        return answer.IsSuccessStatusCode ? (await RunningService.ReadAsync(answer)).GetProperty("status").GetString() : null;
    }

    private static Task<HttpResponseMessage> SendAsync(RunningService service, HttpMethod method, string address) =>
        service.SendAsync(method, address, ("Authorization", $"{new AuthenticationHeaderValue("Bearer", RunningService.Key)}"));
}
