using System.Net;
using SearchNotes.Api;
using SearchNotes.Api.Reindexing;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class PushRetryTests
{
    private const string Signature = "X-Hub-Signature-256";
    private const string Post = "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n";

    private readonly HeldTimers _time = new(RetryPauses.All.Contains);

    [Fact]
    public async Task A_push_that_comes_while_another_process_writes_is_followed_when_that_has_ended()
    {
        await using var service = await RunningService.StartAsync(HookTests.WithHooks, _time);
        service.Write("2020-05-05-ice.md", Post);
        using (new HeldLock(service.IndexFolder))
        {
            await PushAsync(service);
            await PausesAsync(service, 5);
            _time.Fire();
            await PausesAsync(service, 10);
        }

        _time.Fire();

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task A_pull_that_fails_is_tried_again_and_a_push_in_between_is_followed_at_once()
    {
        using var blog = new BlogRepository();
        blog.HideRemote();
        await using var service = await RunningService.StartAsync(options => Following(options, blog), _time);
        await PausesAsync(service, 5);
        _time.Fire();
        await PausesAsync(service, 10);
        blog.ShowRemote();
        blog.Push("2020-05-05-ice.md", Post);

        await PushAsync(service);

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task What_was_pushed_while_no_server_ran_is_pulled_at_the_start()
    {
        using var blog = new BlogRepository();
        blog.Push("2020-05-05-ice.md", Post);

        await using var service = await RunningService.StartAsync(options => Following(options, blog), _time);

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public void Pauses_grow_to_an_hour_and_end_after_a_day()
    {
        var pauses = RetryPauses.All;

        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)), (pauses[0], pauses[^1]));
        Assert.InRange(pauses.Sum(pause => pause.TotalHours), 23, 24);
    }

    private static ServeOptions Following(ServeOptions options, BlogRepository blog) =>
        HookTests.WithHooks(options) with { GitPull = true, Corpus = options.Corpus with { Root = blog.Corpus } };

    private static async Task PushAsync(RunningService service)
    {
        using var response =
            await HookTests.SendAsync(service, HookTests.Pushed, ("X-GitHub-Event", "push"),
                (Signature, HookTests.Proof(Signature, HookTests.Pushed)));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>Waits until the pause has begun: the log says it first, and only then its timer can be fired.</summary>
    private async Task PausesAsync(RunningService service, int seconds) =>
        await service.UntilAsync(() => Task.FromResult(service.Log.Any($"retried in {seconds} s") && _time.Count > 0));

    private static async Task<bool> FindsAsync(RunningService service, string word) =>
        (await service.JsonAsync($"/api/search?q=%22{word}%22")).GetProperty("total").GetInt32() > 0;
}
