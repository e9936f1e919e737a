using System.Net;
using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class ReindexApiTests
{
    private static readonly (string, string) WithKey = ("Authorization", $"Bearer {RunningService.Key}");

    [Fact]
    public async Task A_run_is_started_watched_and_searched()
    {
        await using var service = await RunningService.StartAsync();
        service.Write("2020-05-05-ice.md", "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n");

        using var started = await service.SendAsync(HttpMethod.Post, "/api/reindex", WithKey);
        var done = await DoneAsync(service, started.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Equal("done", done.GetProperty("status").GetString());
        Assert.Equal(1, done.GetProperty("report").GetProperty("added").GetInt32());
        Assert.Equal(4, done.GetProperty("report").GetProperty("posts").GetInt32());
        Assert.True((await service.JsonAsync("/api/search?q=glaciers")).GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task Warnings_are_told_with_their_file()
    {
        await using var service = await RunningService.StartAsync();
        service.Write("2020-05-05-ice.md", "---\ntitle: Ice\ndate: 2020-13-45\n---\n\n# Elin Frost on Glaciers\n\nSlow.\n");

        using var started = await service.SendAsync(HttpMethod.Post, "/api/reindex?full=true", WithKey);
        var done = await DoneAsync(service, started.Headers.Location!.ToString());

        var warnings = done.GetProperty("report").GetProperty("warnings").EnumerateArray().ToArray();
        Assert.True(done.GetProperty("report").GetProperty("full").GetBoolean());
        Assert.Contains(warnings, warning => warning.GetProperty("path").GetString() == "2020-05-05-ice.md");
    }

    [Fact]
    public async Task Without_the_right_key_it_is_401_and_says_how()
    {
        await using var service = await RunningService.StartAsync();

        using var none = await service.SendAsync(HttpMethod.Post, "/api/reindex");
        using var wrong = await service.SendAsync(HttpMethod.Post, "/api/reindex", ("Authorization", "Bearer something else"));
        using var other = await service.SendAsync(HttpMethod.Post, "/api/reindex", ("Authorization", $"Basic {RunningService.Key}"));
        using var inAddress = await service.SendAsync(HttpMethod.Post, $"/api/reindex?key={RunningService.Key}");
        using var task = await service.GetAsync("/api/tasks/0123456789abcdef");

        Assert.All([none, wrong, other, inAddress, task], response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Until_a_key_is_set_it_is_off()
    {
        await using var service = await RunningService.StartAsync(options => options with { ReindexKey = null });

        using var response = await service.SendAsync(HttpMethod.Post, "/api/reindex", WithKey);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("off", (await RunningService.ReadAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_nobody_started_is_404()
    {
        await using var service = await RunningService.StartAsync();

        using var response = await service.GetAsync("/api/tasks/0123456789abcdef", WithKey);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task While_somebody_else_writes_it_is_409()
    {
        await using var service = await RunningService.StartAsync();
        using var locked = new HeldLock(service.IndexFolder);

        using var response = await service.SendAsync(HttpMethod.Post, "/api/reindex", WithKey);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task After_a_full_disk_the_next_run_gets_the_lock()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");
        await using var service = await RunningService.StartAsync();
        var name = Path.Combine(service.IndexFolder, "write.pid");
        File.CreateSymbolicLink(name, "/dev/full");

        using var first = await service.SendAsync(HttpMethod.Post, "/api/reindex", WithKey);
        var failed = await DoneAsync(service, first.Headers.Location!.ToString());
        File.Delete(name);
        using var second = await service.SendAsync(HttpMethod.Post, "/api/reindex", WithKey);

        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal("done", (await DoneAsync(service, second.Headers.Location!.ToString())).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_corpus_that_is_gone_fails_the_run_with_the_reason_and_the_old_index_stays()
    {
        await using var service = await RunningService.StartAsync();
        Directory.Delete(service.CorpusFolder, recursive: true);

        using var started = await service.SendAsync(HttpMethod.Post, "/api/reindex", WithKey);
        var done = await DoneAsync(service, started.Headers.Location!.ToString());

        Assert.Equal("failed", done.GetProperty("status").GetString());
        Assert.Contains(service.CorpusFolder, done.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, done.GetProperty("report").ValueKind);
        Assert.True((await service.JsonAsync("/api/search?q=newspapers")).GetProperty("total").GetInt32() > 0);
    }

    private static async Task<JsonElement> DoneAsync(RunningService service, string task)
    {
        JsonElement last = default;
        await service.UntilAsync(async () =>
        {
            using var response = await service.GetAsync(task, WithKey);
            last = await RunningService.ReadAsync(response);
            return last.GetProperty("status").GetString() != "running";
        });
        return last;
    }
}
