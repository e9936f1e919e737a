using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>
/// Numbers of the metrics. They belong to the process, and a service that stops ends those of every other service in it:
/// nothing may run meanwhile, and no test outside of this class may wait for a number.
/// </summary>
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
[Collection(nameof(MetricsTests))]
public sealed class MetricsTests
{
    [Fact]
    public async Task A_search_without_hits_counts_on_the_page_and_when_its_answer_was_kept_too()
    {
        await using var service = await RunningService.StartAsync();

        for (var times = 0; times < 3; times++)
            await service.PageAsync("/?q=xylophonist");

        await service.UntilAsync(() =>
            TellsAsync(service, line => line.StartsWith("searchnotes_searches_without_hits_total", StringComparison.Ordinal)
                && line.EndsWith(" 3", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("searchnotes_answers_total{", "how=\"searched\"")]
    [InlineData("searchnotes_answers_total{", "how=\"kept\"")]
    [InlineData("searchnotes_answer_duration_seconds_bucket{", "le=\"0.0005\"")]
    [InlineData("searchnotes_queue{", " 0")]
    [InlineData("searchnotes_index_generation{", " 1")]
    public async Task What_was_asked_is_counted(string name, string what)
    {
        await using var service = await RunningService.StartAsync();

        await service.UntilAsync(async () =>
        {
            // Asked again each time: on a busy machine the first answers may be partial, and those are not kept.
            await service.PageAsync("/?q=queue");
            return await TellsAsync(service, line => line.StartsWith(name, StringComparison.Ordinal)
                && line.Contains(what, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_push_counts_once_it_is_pulled()
    {
        using var blog = new BlogRepository();
        await using var service = await HookTests.ServingAsync(blog);
        blog.Push("2020-05-05-ice.md", "---\ntitle: Ice\n---\n\nGlaciers move slowly.\n");

        const string proof = "X-Hub-Signature-256";
        using (await HookTests.SendAsync(service, HookTests.Pushed, ("X-GitHub-Event", "push"),
            (proof, HookTests.Proof(proof, HookTests.Pushed))))
        { }

        await service.UntilAsync(() =>
            TellsAsync(service, line => line.StartsWith("searchnotes_pushes_total{", StringComparison.Ordinal)
                && line.Contains("outcome=\"done\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/openmetrics-text; version=1.0.0")]
    public async Task Metrics_do_not_name_the_software_below(string accept)
    {
        await using var service = await RunningService.StartAsync();
        await service.PageAsync("/?q=queue");

        using var response = await service.GetAsync("/metrics", ("Accept", accept));

        var metrics = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("searchnotes_", metrics, StringComparison.Ordinal);
        Assert.All(["otel", "telemetry", "target_info", "dotnet", "scope"],
            name => Assert.DoesNotContain(name, metrics, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<bool> TellsAsync(RunningService service, Func<string, bool> told) =>
        (await service.PageAsync("/metrics")).Split('\n').Any(told);

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    public async Task What_a_proxy_forwards_gets_no_metrics_unless_they_are_public(string field, string value)
    {
        await using var closed = await RunningService.StartAsync(options => options with { Proxies = ["127.0.0.1"], PublicUrl = "https://notes.example" });
        await using var open = await RunningService.StartAsync(options => options with { PublicMetrics = true });

        using var refused = await closed.GetAsync("/metrics", (field, value));
        using var shown = await open.GetAsync("/metrics", (field, value));
        using var own = await closed.GetAsync("/metrics");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, own.StatusCode);
    }
}
