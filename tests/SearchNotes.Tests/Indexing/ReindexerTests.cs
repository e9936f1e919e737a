using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

public sealed class ReindexerTests : ReindexedFolder
{
    public ReindexerTests() => WriteTwoPosts();

    [Fact]
    public void The_first_run_builds_everything_and_says_why()
    {
        var report = Run();

        Assert.True(report.Full);
        Assert.Equal("there was no index yet", report.RebuildReason);
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
        Assert.Null(report.RebuildReason);
        Assert.Equal(before, Topics(""));
    }

    [Fact]
    public void Other_settings_rebuild_the_index_and_say_so()
    {
        Run();

        var report = new Reindexer(new Corpus(new CorpusOptions { Root = Corpus, IncludeDrafts = true }), Index, TimeProvider.System).Run();

        Assert.True(report.Full);
        Assert.Equal("settings or the program changed", report.RebuildReason);
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
}
