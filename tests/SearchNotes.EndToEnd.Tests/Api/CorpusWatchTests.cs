using SearchNotes.Api;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class CorpusWatchTests
{
    private const string Post = "---\ntitle: Ice\n---\n\n# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n";

    [Fact]
    public async Task A_new_a_changed_and_a_deleted_post_are_followed()
    {
        await using var service = await FollowingAsync();

        service.Write("2020-05-05-ice.md", Post);
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
        service.Write("2020-05-05-ice.md", Post.Replace("slowly", "ponderously", StringComparison.Ordinal));
        await service.UntilAsync(() => FindsAsync(service, "ponderously"));
        File.Delete(Path.Combine(service.CorpusFolder, "2020-05-05-ice.md"));
        await service.UntilAsync(async () => !await FindsAsync(service, "ponderously"));
    }

    [Fact]
    public async Task An_editor_that_saves_aside_and_renames_is_followed()
    {
        await using var service = await FollowingAsync();
        var post = Path.Combine(service.CorpusFolder, "2020-05-05-ice.md");

        await File.WriteAllTextAsync(post + ".tmp", Post, TestContext.Current.CancellationToken);
        File.Move(post + ".tmp", post);
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
        File.Move(post, post + "~");
        await File.WriteAllTextAsync(post, Post.Replace("slowly", "ponderously", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        File.Delete(post + "~");

        await service.UntilAsync(() => FindsAsync(service, "ponderously"));
    }

    [Fact]
    public async Task Posts_of_a_new_folder_are_followed()
    {
        await using var service = await FollowingAsync();

        Directory.CreateDirectory(Path.Combine(service.CorpusFolder, "2020", "05"));
        service.Write("2020/05/ice.md", Post);

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task A_folder_that_is_replaced_is_followed_into_the_new_one()
    {
        await using var service = await FollowingAsync();
        var next = service.CorpusFolder + ".next";
        SamplePosts.Write(next);

        Directory.Move(service.CorpusFolder, service.CorpusFolder + ".old");
        Directory.Move(next, service.CorpusFolder);
        await service.UntilAsync(() => Task.FromResult(service.Log.Any("Watching")));
        service.Write("2020-05-05-ice.md", Post);

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task A_link_that_is_turned_to_another_folder_is_followed_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        await using var service = await RunningService.StartAsync();
        var link = service.CorpusFolder + ".link";
        Directory.CreateSymbolicLink(link, service.CorpusFolder);
        await using var following =
            await RunningService.StartAsync(options => Following(options) with { Corpus = options.Corpus with { Root = link } });
        var next = service.CorpusFolder + ".next";
        SamplePosts.Write(next);
        await File.WriteAllTextAsync(Path.Combine(next, "2020-05-05-ice.md"), Post, TestContext.Current.CancellationToken);
        await following.UntilAsync(() => Task.FromResult(following.Log.Any("Watching")));

        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, next);

        await following.UntilAsync(() => FindsAsync(following, "glaciers"));
    }

    [Fact]
    public async Task What_no_event_told_is_found_after_the_interval()
    {
        // The parent of the corpus is moved, of which neither watch hears.
        await using var service = await RunningService.StartAsync();
        var deep = Path.Combine(service.CorpusFolder, "..", "deep");
        var corpus = Path.Combine(deep, "a", "corpus");
        SamplePosts.Write(corpus);
        await using var following = await RunningService.StartAsync(options => options with
        {
            Watch = true,
            WatchInterval = TimeSpan.FromSeconds(1),
            Corpus = options.Corpus with { Root = corpus },
        });
        SamplePosts.Write(Path.Combine(deep, "b", "corpus"));
        await File.WriteAllTextAsync(Path.Combine(deep, "b", "corpus", "2020-05-05-ice.md"), Post, TestContext.Current.CancellationToken);

        Directory.Move(Path.Combine(deep, "a"), Path.Combine(deep, "c"));
        Directory.Move(Path.Combine(deep, "b"), Path.Combine(deep, "a"));

        await following.UntilAsync(() => FindsAsync(following, "glaciers"));
    }

    [Fact]
    public async Task An_empty_folder_in_place_of_the_posts_does_not_empty_the_index()
    {
        await using var service = await FollowingAsync();

        foreach (var post in Directory.EnumerateFiles(service.CorpusFolder, "*", SearchOption.AllDirectories))
            File.Delete(post);

        await service.UntilAsync(() => Task.FromResult(service.Log.Any("holds no posts any more")));
        Assert.True(await FindsAsync(service, "newspapers"));
        SamplePosts.Write(service.CorpusFolder);
        service.Write("2020-05-05-ice.md", Post);
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task A_change_while_another_process_writes_is_not_forgotten()
    {
        await using var service =
            await RunningService.StartAsync(options => options with { Watch = true, WatchInterval = TimeSpan.FromSeconds(1) });
        using (new HeldLock(service.IndexFolder))
        {
            service.Write("2020-05-05-ice.md", Post);
            await service.UntilAsync(() => Task.FromResult(service.Log.Any("is being written by")));
        }

        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
    }

    [Fact]
    public async Task A_file_that_is_no_post_starts_no_run()
    {
        await using var service = await FollowingAsync();

        service.Write("notes.swp", "nothing");
        service.Write("2020-05-05-ice.md", Post);
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));

        // Found as soon as it is committed, a moment before the run says that it is done.
        await service.UntilAsync(() => Task.FromResult(service.Log.Any("done: ")));
        Assert.Equal(1, service.Log.Count("done: "));
    }

    /// <summary>Only events can wake it: the interval is longer than any test.</summary>
    private static ServeOptions Following(ServeOptions options) => options with { Watch = true, WatchInterval = TimeSpan.FromHours(1) };

    private static async Task<RunningService> FollowingAsync()
    {
        var service = await RunningService.StartAsync(Following);
        await service.UntilAsync(() => Task.FromResult(service.Log.Any("Watching")));
        return service;
    }

    private static async Task<bool> FindsAsync(RunningService service, string word) =>
        (await service.JsonAsync($"/api/search?q=%22{word}%22")).GetProperty("total").GetInt32() > 0;
}
