using System.Net;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class LiveIndexTests
{
    [Fact]
    public async Task Without_an_index_every_search_is_503_with_the_remedy_and_readiness_says_so()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();

        using var search = await service.GetAsync("/api/search?q=queue");
        using var ready = await service.GetAsync("/readyz");
        using var health = await service.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, search.StatusCode);
        Assert.NotNull(search.Headers.RetryAfter);
        Assert.Contains("reindex", (await RunningService.ReadAsync(search)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains("Not ready yet", await service.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_appears_is_opened()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();

        service.Reindex();

        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);
        Assert.Equal(1, (await service.JsonAsync("/api/search?q=%22queues+that+forgive%22")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_commit_of_another_process_is_switched_to_without_a_failed_request()
    {
        await using var service = await RunningService.StartAsync();
        var before = (await service.GetAsync("/api/search?q=glaciers")).Headers.ETag!.ToString();
        service.Write("2020-05-05-ice.md", "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n");

        var reindexing = Task.Run(service.Reindex, TestContext.Current.CancellationToken);

        await service.UntilAsync(async () =>
        {
            using var response = await service.GetAsync("/api/search?q=glaciers", ("If-None-Match", before));
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotModified, response.StatusCode.ToString());
            return response.StatusCode == HttpStatusCode.OK
                && (await RunningService.ReadAsync(response)).GetProperty("hits").EnumerateArray()
                .Any(hit => hit.GetProperty("source").GetProperty("path").GetString() == "2020-05-05-ice.md");
        });
        await reindexing;
    }

    [Fact]
    public async Task A_damaged_index_is_rebuilt_from_the_posts()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();
        Directory.CreateDirectory(Path.Combine(service.IndexFolder, "current"));
        await File.WriteAllTextAsync(Path.Combine(service.IndexFolder, "current", "segments_1"), "not an index",
            TestContext.Current.CancellationToken);

        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);

        Assert.True((await service.JsonAsync("/api/search?q=newspapers")).GetProperty("total").GetInt32() > 0);
        Assert.Single(Directory.EnumerateDirectories(service.IndexFolder, "damaged-*"));
    }

    [Fact]
    public async Task An_index_folder_that_is_taken_away_costs_no_answer_and_is_made_again()
    {
        await using var service = await RunningService.StartAsync();
        service.Write("2020-05-05-ice.md", "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n");

        Directory.Move(service.IndexFolder, service.IndexFolder + "-elsewhere");

        await service.UntilAsync(async () =>
        {
            using var response = await service.GetAsync("/api/search?q=glaciers");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return (await RunningService.ReadAsync(response)).GetProperty("hits").EnumerateArray()
                .Any(hit => hit.GetProperty("source").GetProperty("path").GetString() == "2020-05-05-ice.md");
        });
        Assert.True(Directory.Exists(Path.Combine(service.IndexFolder, "current")));
    }

    [Fact]
    public async Task An_index_that_may_not_be_read_is_no_mistake_of_ours_and_is_rebuilt()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();
        service.ReindexAndDeny();

        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);

        Assert.True(service.Log.Any("give this user the right to read it"));
        Assert.False(service.Log.Any("Checking for a new commit failed"));
        Assert.Single(Directory.EnumerateDirectories(service.IndexFolder, "damaged-*"));
    }

    [Fact]
    public async Task Damage_that_the_check_finds_after_opening_is_healed_as_well()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();
        service.ReindexAndDamage();

        // Which file is damaged decides whether opening notices it already.
        await service.UntilAsync(() => Task.FromResult(service.Log.Any("The index is no longer used")
            || service.Log.Any("current cannot be read")));
        await service.UntilAsync(async () => (await service.GetAsync("/readyz")).IsSuccessStatusCode);

        Assert.True((await service.JsonAsync("/api/search?q=newspapers")).GetProperty("total").GetInt32() > 0);
        Assert.Single(Directory.EnumerateDirectories(service.IndexFolder, "damaged-*"));
    }

    [Fact]
    public async Task A_newer_commit_that_is_damaged_is_told_while_the_last_good_one_answers_and_then_healed()
    {
        await using var service = await RunningService.StartAsync();
        Directory.Move(service.CorpusFolder, service.CorpusFolder + "-away");
        foreach (var segments in Directory.EnumerateFiles(Path.Combine(service.IndexFolder, "current"), "segments_*"))
            await File.WriteAllTextAsync(segments, "not an index", TestContext.Current.CancellationToken);

        await service.UntilAsync(async () => (await service.JsonAsync("/readyz"))
            .GetProperty("fault").ValueKind == System.Text.Json.JsonValueKind.String);
        Assert.True((await service.JsonAsync("/api/search?q=newspapers")).GetProperty("total").GetInt32() > 0);

        Directory.Move(service.CorpusFolder + "-away", service.CorpusFolder);
        // The server is trying as well; whoever comes second is told to wait.
        await service.UntilAsync(() => Task.FromResult(Record.Exception(service.Reindex) is null));
        await service.UntilAsync(async () => (await service.JsonAsync("/readyz"))
            .GetProperty("fault").ValueKind == System.Text.Json.JsonValueKind.Null);
        Assert.Single(Directory.EnumerateDirectories(service.IndexFolder, "damaged-*"));
    }

    [Fact]
    public async Task A_server_that_had_to_open_the_commit_before_the_newest_notices_and_heals()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();

        service.ReindexTwiceAndDamageTheNewest();

        await service.UntilAsync(async () => (await service.JsonAsync("/api/search?q=glaciers")) is var answer
            && answer.TryGetProperty("total", out var total) && total.GetInt32() > 0);
        Assert.Single(Directory.EnumerateDirectories(service.IndexFolder, "damaged-*"));
    }

    [Fact]
    public async Task Why_there_is_no_index_is_said_without_telling_where_it_is()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();

        foreach (var address in (string[])["/readyz", "/api/search?q=queue", "/"])
            Assert.DoesNotContain(service.IndexFolder, await service.PageAsync(address), StringComparison.Ordinal);
        Assert.True(service.Log.Any(service.IndexFolder));
    }
}
