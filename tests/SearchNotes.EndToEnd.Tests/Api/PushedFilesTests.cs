using System.Net;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>What files in a push must not do: whoever may push posts may not run programs, nor publish what is not in the clone.</summary>
public sealed class PushedFilesTests : IDisposable
{
    private const string Glaciers = "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n";
    private const string Moraines = "---\ntitle: Stones\n---\n\n# Elin Frost on Moraines at home\n\nMoraines stay.\n";

    private readonly BlogRepository blog = new();
    private readonly string traces = Directory.CreateTempSubdirectory("searchnotes-traces-").FullName;

    [Fact]
    public async Task Files_that_look_like_a_repository_run_no_program()
    {
        blog.Push("posts/ice.md", Glaciers);
        blog.Pull();
        await using var service = await HookTests.ServingAsync(blog, "posts", "moraines");

        blog.Push(EmbeddedRepository());
        await PushedAsync(service);
        await service.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(blog.Corpus, "posts", "HEAD"))));
        blog.Push("posts/stones.md", Moraines);
        await PushedAsync(service);
        await service.UntilAsync(async () => HasTraces() || await HookTests.FindsAsync(service, "moraines"));

        Assert.False(HasTraces());
    }

    [Fact]
    public async Task Nor_do_they_when_they_were_there_before_the_start()
    {
        blog.Push([("posts/ice.md", Glaciers), .. EmbeddedRepository()]);
        blog.Pull();
        await using var service = await HookTests.ServingAsync(blog, "posts", "moraines");

        blog.Push("posts/stones.md", Moraines);
        await PushedAsync(service);
        await service.UntilAsync(async () => HasTraces() || await HookTests.FindsAsync(service, "moraines"));

        Assert.False(HasTraces());
    }

    [Fact]
    public async Task A_corpus_folder_that_a_push_makes_a_link_publishes_nothing()
    {
        File.WriteAllText(Path.Combine(traces, "private.md"), Moraines);
        blog.Push("posts/ice.md", Glaciers);
        blog.Pull();
        await using var service = await HookTests.ServingAsync(blog, "posts", "moraines");
        await PushedAsync(service);
        await service.UntilAsync(() => HookTests.FindsAsync(service, "glaciers"));

        blog.PushLink("posts", traces);
        await PushedAsync(service);
        await service.UntilAsync(() => Task.FromResult(service.Log.Any("leads out of the clone")));
        Assert.False(await HookTests.FindsAsync(service, "moraines"));

        // Nor does it after a restart, when the link is there from the beginning.
        await using var restarted = await HookTests.ServingAsync(blog, "posts", "moraines");
        await PushedAsync(restarted);
        await restarted.UntilAsync(() => Task.FromResult(restarted.Log.Any("leads out of the clone")));
        Assert.False(await HookTests.FindsAsync(restarted, "moraines"));
    }

    [Fact]
    public async Task The_next_push_may_make_it_a_folder_again()
    {
        blog.Push("posts/stones.md", Moraines);
        blog.PushLink("posts", traces);
        blog.Pull();
        await using var service = await HookTests.ServingAsync(blog, "posts");

        blog.RemoveLink("posts");
        blog.Push("posts/ice.md", Glaciers);
        await PushedAsync(service);

        await service.UntilAsync(() => HookTests.FindsAsync(service, "glaciers"));
    }

    [Theory]
    [InlineData("index")]
    [InlineData("query_log")]
    public async Task What_only_the_service_may_write_does_not_lie_where_pushes_write(string setting)
    {
        var folder = Path.Combine(blog.Corpus, "kept");

        var fault = await Assert.ThrowsAsync<SearchNotesException>(() => RunningService.StartAsync(options => options with
        {
            GitPull = true,
            Corpus = options.Corpus with { Root = blog.Corpus },
            IndexFolder = setting == "index" ? folder : options.IndexFolder,
            QueryLog = setting == "query_log" ? folder : null,
        }));

        Assert.StartsWith($"The setting {setting} is \"{folder}\", which is inside the clone", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_work_tree_of_a_clone_is_pulled_as_well()
    {
        var tree = blog.WorkTree();
        await using var service =
            await RunningService.StartAsync(options =>
                HookTests.WithHooks(options) with { GitPull = true, Corpus = options.Corpus with { Root = tree } });
        blog.Push("ice.md", Glaciers);

        await PushedAsync(service);

        await service.UntilAsync(() => HookTests.FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task Where_there_is_no_clone_the_service_does_not_start()
    {
        var fault =
            await Assert.ThrowsAsync<SearchNotesException>(() => RunningService.StartAsync(options => options with { GitPull = true }));

        Assert.Contains("is not in a clone of a git repository", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "ok       clone       the posts are in a clone that follows refs/heads/main")]
    [InlineData("1", "detected dubious ownership")]
    public async Task A_clone_that_belongs_to_somebody_else_is_refused_as_git_does(string isOthers, string said)
    {
        using var doctor =
            CliProcess.Start(traces, [("SEARCHNOTES_GIT_PULL", "true"), ("GIT_TEST_ASSUME_DIFFERENT_OWNER", isOthers)], "doctor",
                "--corpus", blog.Corpus);

        Assert.Contains(said, (await doctor.End()).Out, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        blog.Dispose();
        Directory.Delete(traces, recursive: true);
    }

    /// <summary>Whatever git may be told to run, each leaving a file behind.</summary>
    private (string Path, string Text)[] EmbeddedRepository() =>
    [
        ("posts/HEAD", "ref: refs/heads/main\n"),
        ("posts/objects/keep", ""),
        ("posts/refs/keep", ""),
        ("posts/config", $"""
            [core]
                repositoryformatversion = 0
                bare = false
                worktree = .
                fsmonitor = {Leaving("fsmonitor")}
                sshCommand = {Leaving("sshCommand")}
            [remote "origin"]
                url = {blog.Bare}
                fetch = +refs/heads/*:refs/remotes/origin/*
                uploadpack = {Leaving("uploadpack")}
            [branch "main"]
                remote = origin
                merge = refs/heads/main
            """),
    ];

    private string Leaving(string trace) => $"touch {traces.Replace('\\', '/')}/{trace} &&";

    private bool HasTraces() => Directory.EnumerateFiles(traces).Any();

    private static async Task PushedAsync(RunningService service)
    {
        using var response = await HookTests.SendAsync(
            service, HookTests.Pushed, ("X-GitHub-Event", "push"),
            ("X-Hub-Signature-256", HookTests.Proof("X-Hub-Signature-256", HookTests.Pushed)));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }
}
