using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SearchNotes.Api;
using SearchNotes.Api.Reindexing;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class HookTests
{
    internal const string Secret = "shared with the forge";
    internal const string Pushed = """{"ref":"refs/heads/main","commits":[{"message":"füße"}]}""";
    private const string Post = "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n";

    [Theory]
    [InlineData("X-GitHub-Event", "push", "X-Hub-Signature-256")]
    [InlineData("X-Forgejo-Event", "push", "X-Forgejo-Signature")]
    [InlineData("X-Gitea-Event", "push", "X-Gitea-Signature")]
    [InlineData("X-Gitlab-Event", "Push Hook", "X-Gitlab-Token")]
    public async Task A_push_is_pulled_and_found(string kindField, string kind, string proofField)
    {
        using var blog = new BlogRepository();
        await using var service = await ServingAsync(blog);
        blog.Push("2020-05-05-ice.md", Post);

        using var response = await SendAsync(service, Pushed, (kindField, kind), (proofField, Proof(proofField, Pushed)));

        Assert.Equal((HttpStatusCode.Accepted, "accepted"), (response.StatusCode, await StatusAsync(response)));
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task A_form_as_GitHub_sends_it_by_default_is_read()
    {
        using var blog = new BlogRepository();
        await using var service = await ServingAsync(blog);
        blog.Push("2020-05-05-ice.md", Post);
        var form = $"payload={Uri.EscapeDataString(Pushed)}";

        using var response =
            await SendAsync(service, form, ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", form)),
                ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Theory]
    [InlineData("X-Hub-Signature-256", "sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Hub-Signature-256", "sha256=")]
    [InlineData("X-Gitea-Signature", "not hexadecimal")]
    [InlineData("X-Gitlab-Token", "something else")]
    [InlineData("X-Unknown", "nothing")]
    public async Task Without_the_right_proof_it_is_401_and_nothing_happens(string field, string value)
    {
        await using var service = await RunningService.StartAsync(WithHooks);

        using var response = await SendAsync(service, Pushed, ("X-GitHub-Event", "push"), (field, value));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(service.Log.Any("Reindex"));
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_refused()
    {
        await using var service = await RunningService.StartAsync(WithHooks);

        using var response =
            await SendAsync(service, Pushed.Replace("main", "evil", StringComparison.Ordinal), ("X-GitHub-Event", "push"),
                ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", Pushed)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        await using var service = await RunningService.StartAsync(WithHooks);

        using var response =
            await SendAsync(service, "{}", ("X-GitHub-Event", "ping"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", "{}")));

        Assert.Equal((HttpStatusCode.OK, "pong"), (response.StatusCode, await StatusAsync(response)));
    }

    [Theory]
    [InlineData("push", """{"ref":"refs/heads/drafts"}""")]
    [InlineData("push", """{"ref":"refs/tags/main"}""")]
    [InlineData("push", "not JSON")]
    [InlineData("issues", Pushed)]
    public async Task Other_branches_and_events_are_ignored(string kind, string body)
    {
        using var blog = new BlogRepository();
        await using var service = await ServingAsync(blog);

        using var response =
            await SendAsync(service, body, ("X-GitHub-Event", kind), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", body)));

        Assert.Equal((HttpStatusCode.OK, "ignored"), (response.StatusCode, await StatusAsync(response)));
    }

    [Fact]
    public async Task Until_a_secret_is_set_it_is_off()
    {
        await using var service = await RunningService.StartAsync();

        using var response =
            await SendAsync(service, Pushed, ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", Pushed)));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("refs/heads/main", HttpStatusCode.Accepted)]
    [InlineData("refs/heads/drafts", HttpStatusCode.OK)]
    public async Task A_push_as_large_as_forges_send_is_read_to_its_end(string pushed, HttpStatusCode status)
    {
        using var blog = new BlogRepository();
        await using var service = await ServingAsync(blog);
        var (start, end) = ("{\"commits\":\"", $"\",\"ref\":\"{pushed}\"}}");
        var body = start + new string('x', (int)HookBody.MaxBytes - start.Length - end.Length) + end;

        using var response =
            await SendAsync(service, body, ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", body)));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Where_the_corpus_is_no_clone_a_push_only_reindexes()
    {
        await using var service = await RunningService.StartAsync(WithHooks);
        service.Write("2020-05-05-ice.md", Post);

        using var response =
            await SendAsync(service, Pushed, ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", Pushed)));

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_pulled_without_a_merge_is_said_in_the_log_and_the_old_index_answers()
    {
        using var blog = new BlogRepository();
        await using var service = await ServingAsync(blog);
        blog.Diverge();
        blog.Push("2020-05-05-ice.md", Post);

        using var response =
            await SendAsync(service, Pushed, ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", Pushed)));

        await service.UntilAsync(() => Task.FromResult(service.Log.Any("git pull in")));
        Assert.True(await FindsAsync(service, "newspapers"));
        Assert.False(await FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task Programs_in_the_clone_are_not_run()
    {
        using var blog = new BlogRepository();
        await using var service = await ServingAsync(blog);
        var trace = Path.Combine(blog.Corpus, ".git", "ran");
        var hook = Path.Combine(blog.Corpus, ".git", "hooks", "post-merge");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        await File.WriteAllTextAsync(hook, $"#!/bin/sh\ntouch '{trace}'\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, (UnixFileMode)0b111_101_101);
        blog.Push("2020-05-05-ice.md", Post);

        using var response =
            await SendAsync(service, Pushed, ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", Proof("X-Hub-Signature-256", Pushed)));

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
        Assert.False(File.Exists(trace));
    }

    internal static ServeOptions WithHooks(ServeOptions options) => options with { HookSecret = Secret };

    /// <summary>A service over a folder of the blog's clone, which does not hold a word yet.</summary>
    internal static async Task<RunningService> ServingAsync(BlogRepository blog, string folder = "", string word = "glaciers")
    {
        var root = Path.Combine(blog.Corpus, folder);
        var service =
            await RunningService.StartAsync(options =>
                WithHooks(options) with { GitPull = true, Corpus = options.Corpus with { Root = root } });
        Assert.False(await FindsAsync(service, word));
        return service;
    }

    internal static string Proof(string field, string body)
    {
        var hmac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));
        return field switch { "X-Gitlab-Token" => Secret, "X-Hub-Signature-256" => $"sha256={hmac}", _ => hmac };
    }

    internal static Task<HttpResponseMessage> SendAsync(RunningService service, string body, params (string Name, string Value)[] fields)
    {
        var request =
            new HttpRequestMessage(HttpMethod.Post,
                $"{service.Address}/api/hooks/push")
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
            };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in fields)
        {
            if (name == "Content-Type")
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(value);
            else
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }
        return service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string?> StatusAsync(HttpResponseMessage response) =>
        (await RunningService.ReadAsync(response)).GetProperty("status").GetString();

    internal static async Task<bool> FindsAsync(RunningService service, string word) =>
        (await service.JsonAsync($"/api/search?q=%22{word}%22")).GetProperty("total").GetInt32() > 0;
}
