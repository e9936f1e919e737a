using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class ReindexerTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public ReindexerTests()
    {
        Directory.CreateDirectory(Corpus);
        Write("2013-07-07-day-two.md",
            "# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Write("2014-02-02-day-three.md",
            "# Cyd Ellis on Caches that forget\n\nA cache is a memory.\n\n# Dina Fox on Trees that grow\n\nA tree is a plant.\n");
    }

    private string Corpus => Path.Combine(root, "corpus");

    private string Index => Path.Combine(root, "index");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void The_first_run_builds_everything_and_says_why()
    {
        var report = Run();

        Assert.True(report.Full);
        Assert.Equal("there was no index yet", report.FullBecause);
        Assert.Equal((2, 4, 2), (report.Posts, report.Talks, report.Added));
    }

    [Fact]
    public void A_run_without_changes_makes_no_commit()
    {
        var first = Run();

        var second = Run();

        Assert.Equal(first.Generation, second.Generation);
        Assert.Equal((2, 0, 0, 0, 0), (second.Unchanged, second.Added, second.Changed, second.Moved, second.Deleted));
    }

    [Fact]
    public void A_changed_post_replaces_its_talks_and_no_others()
    {
        Run();
        Write("2013-07-07-day-two.md",
            "# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Ed Gray on Rings that turn\n\nA ring has no end.\n");

        var report = Run();

        Assert.Equal((1, 1, 4), (report.Changed, report.Unchanged, report.Talks));
        Assert.Equal(["Rings that turn"], Topics("ring"));
        Assert.Empty(Topics("\"lock is a door\""));
        Assert.Equal(["Caches that forget"], Topics("cache"));
    }

    [Fact]
    public void A_new_post_is_added_and_a_deleted_one_is_gone()
    {
        Run();
        Write("2015-01-01-new.md",
            "# Flo Gunn on Maps that fold\n\nA map is a plan.\n\n# Gil Hay on Nets that catch\n\nA net has holes.\n");
        File.Delete(Path.Combine(Corpus, "2014-02-02-day-three.md"));

        var report = Run();

        Assert.Equal((1, 1, 1), (report.Added, report.Deleted, report.Unchanged));
        Assert.Equal(["Maps that fold"], Topics("map"));
        Assert.Empty(Topics("\"cache is a memory\""));
    }

    [Fact]
    public void A_moved_post_keeps_its_ids_and_shows_its_new_path()
    {
        Run();
        Directory.CreateDirectory(Path.Combine(Corpus, "2013"));
        File.Move(Path.Combine(Corpus, "2013-07-07-day-two.md"), Path.Combine(Corpus, "2013", "2013-07-07-day-two.md"));

        var report = Run();

        Assert.Equal((1, 0, 0), (report.Moved, report.Added, report.Deleted));
        using var searcher = TalkSearcher.Open(Index);
        Assert.Equal("2013/2013-07-07-day-two.md", searcher.Find("2013-07-07-day-two.ann-lee")?.Path);
        Assert.Equal(4, searcher.Stats().Talks);
    }

    [Fact]
    public void A_full_run_leaves_the_same_talks()
    {
        Run();
        var before = Topics("");

        var report = Run(full: true);

        Assert.True(report.Full);
        Assert.Null(report.FullBecause);
        Assert.Equal(before, Topics(""));
    }

    [Fact]
    public void Other_settings_rebuild_the_index_and_say_so()
    {
        Run();

        var report = new Reindexer(new Corpus(new CorpusOptions { Root = Corpus, IncludeDrafts = true }), Index, TimeProvider.System).Run();

        Assert.True(report.Full);
        Assert.Equal("settings or the program changed", report.FullBecause);
    }

    [Fact]
    public void A_draft_is_left_out_with_the_reason_also_in_later_runs()
    {
        Write("draft.md", "---\ndraft: true\n---\n# Hal Ives on Secrets\n\nNot yet.\n");

        var first = Run();
        var second = Run();

        Assert.Equal("draft.md", Assert.Single(first.Skipped).Path);
        Assert.Equal(first.Skipped, second.Skipped);
        Assert.Empty(Topics("secrets"));
    }

    [Fact]
    public void The_index_is_behind_until_it_is_built_and_after_every_change()
    {
        var reindexer = Reindexer();
        Assert.True(reindexer.IsBehind());
        reindexer.Run();
        Assert.False(reindexer.IsBehind());

        Write("new.md", "# Ida Jay on Clocks\n\nTick.\n");

        Assert.True(reindexer.IsBehind());
    }

    [Fact]
    public void Progress_is_told_in_order_though_posts_are_read_on_several_threads()
    {
        for (var post = 0; post < 40; post++)
            Write($"more-{post}.md", $"# Ida Jay on Clocks {post}\n\nTick.\n");
        var progress = new SlowProgress();

        new Reindexer(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System) { Threads = 4 }.Run(progress: progress);

        Assert.Equal(Enumerable.Range(1, 42), progress.Done);
        Assert.False(progress.WasOvertaken);
    }

    [Fact]
    public void A_second_writer_is_refused_and_told_who_writes()
    {
        using var held = IndexLock.Acquire(Index);

        var e = Assert.Throws<SearchNotesException>(() => Run());

        Assert.Equal(Fault.Locked, e.Fault);
        Assert.Contains($"process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_file_left_behind_means_nothing()
    {
        Directory.CreateDirectory(Index);
        File.WriteAllText(Path.Combine(Index, "write.lock"), "");
        File.WriteAllText(Path.Combine(Index, "write.pid"), "1");

        Assert.Equal(4, Run().Talks);
    }

    [Fact]
    public void A_disk_that_has_no_room_for_the_writers_name_keeps_no_lock()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");
        Directory.CreateDirectory(Index);
        var name = Path.Combine(Index, "write.pid");
        File.CreateSymbolicLink(name, "/dev/full");

        var full = Assert.Throws<SearchNotesException>(() => Run());
        File.Delete(name);

        Assert.Equal(Fault.Disk, full.Fault);
        Assert.Equal(4, Run().Talks);
    }

    [Fact]
    public void A_name_that_cannot_be_taken_away_keeps_no_lock()
    {
        using (IndexLock.Acquire(Index))
        {
            File.Delete(Path.Combine(Index, "write.pid"));
            Directory.CreateDirectory(Path.Combine(Index, "write.pid"));
        }

        Directory.Delete(Path.Combine(Index, "write.pid"));

        Assert.Equal(4, Run().Talks);
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.posts")]
    [InlineData("*.fdt")]
    [InlineData("*.tim")]
    [InlineData("*.si")]
    public void Damage_is_noticed_by_the_next_run_that_builds_on_it(string files)
    {
        Run();
        foreach (var file in Directory.GetFiles(Path.Combine(Index, "current"), files))
            Flip(file);
        Write("new.md", "# Ida Jay on Clocks\n\nTick.\n\n# Jo Kay on Bells\n\nDing.\n");

        var report = Run();

        Assert.True(report.Full);
        Assert.Equal(6, report.Talks);
        Assert.Single(Directory.GetDirectories(Index, "damaged-*"));
        Assert.Equal(["Clocks"], Topics("clocks"));
    }

    [Fact]
    public void What_no_reader_can_open_is_rebuilt_though_no_post_changed()
    {
        Run();
        File.Delete(Directory.GetFiles(Path.Combine(Index, "current"), "*.fdt").First());

        var report = Run();

        Assert.Equal("the index was damaged", report.FullBecause);
        Assert.Equal(4, Topics("").Count);
    }

    [Fact]
    public void Whether_the_index_can_be_written_is_tried_without_a_trace()
    {
        Run();
        var before = Directory.GetFileSystemEntries(Index, "*", SearchOption.AllDirectories).Order().ToList();

        Reindexer().CheckWritable();
        Assert.Equal(before, Directory.GetFileSystemEntries(Index, "*", SearchOption.AllDirectories).Order());

        File.Delete(Path.Combine(Index, "write.lock"));
        Directory.CreateDirectory(Path.Combine(Index, "write.lock"));
        Assert.Equal(Fault.Disk, Assert.Throws<SearchNotesException>(Reindexer().CheckWritable).Fault);
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_the_index_as_it_was()
    {
        var before = Run();
        Write("new.md", "# Ida Jay on Clocks\n\nTick.\n");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Reindexer().Run(cancel: stop.Token));

        using var searcher = TalkSearcher.Open(Index);
        Assert.Equal(before.Generation, searcher.Generation);
        Assert.Equal(4, searcher.Stats().Talks);
    }

    [Fact]
    public void A_disk_that_fills_up_at_any_write_leaves_the_old_index_or_the_new_one()
    {
        Run();
        Write("2013-07-07-day-two.md",
            "# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Ed Gray on Rings that turn\n\nA ring has no end.\n");
        var failures = 0;
        for (var writes = 0; ; writes++)
        {
            var opened = new List<FailingDirectory>();
            var folder = new IndexFolder(Index, inner =>
            {
                opened.Add(new FailingDirectory(inner, writes));
                return opened[^1];
            });
            var run = Record.Exception(() => new Reindexer(new Corpus(new CorpusOptions { Root = Corpus }), folder, TimeProvider.System)
                .Run());
            if (run is null)
                break;

            Assert.Equal(Fault.Disk, Assert.IsType<SearchNotesException>(run).Fault);
            Assert.Contains(opened, disk => disk.HasFailed);
            Assert.Equal((4, 4), (Topics("").Count, new IndexFolder(Index).ReadCommit()!.Talks));
            Assert.Equal(["Locks that hold"], Topics("lock"));
            failures++;
        }

        Assert.True(failures > 10, $"Only {failures} writes were tried.");
        Assert.Equal(["Rings that turn"], Topics("ring"));
        Assert.Equal(4, Topics("").Count);
    }

    [Fact]
    public void Commits_say_what_they_hold()
    {
        Run();

        var record = new IndexFolder(Index).ReadCommit()!;

        Assert.Equal((Schema.Version, 2, 4), (record.Schema, record.Posts, record.Talks));
        using var searcher = TalkSearcher.Open(Index);
        Assert.Equal(record.Documents, searcher.Search(new SearchRequest { Budget = ThreadCost.Patience }).Total);
    }

    /// <summary>Gives a second thread the time to come in while a first one is told.</summary>
    private sealed class SlowProgress : IProgress<ReindexProgress>
    {
        private int inside;
        private volatile bool wasOvertaken;

        public List<int> Done { get; } = [];

        public bool WasOvertaken => wasOvertaken;

        public void Report(ReindexProgress value)
        {
            if (Interlocked.Increment(ref inside) > 1)
                wasOvertaken = true;
            if (value.Done == 1)
                SpinWait.SpinUntil(() => wasOvertaken, TimeSpan.FromSeconds(1));
            lock (Done)
                Done.Add(value.Done);
            Interlocked.Decrement(ref inside);
        }
    }

    private static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x5A;
        File.WriteAllBytes(file, bytes);
    }

    private Reindexer Reindexer() => new(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System);

    private ReindexReport Run(bool full = false) => Reindexer().Run(full);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Corpus, name), text);

    private IReadOnlyList<string> Topics(string query)
    {
        using var searcher = TalkSearcher.Open(Index);
        return [.. searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = query }).Hits.Select(hit =>
            hit.Talk.Talk.Topic)];
    }
}
