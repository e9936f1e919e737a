using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing;

/// <summary>Runs that meet a second writer, a full disk, damage or their own end.</summary>
public sealed class ReindexerFaultTests : ReindexedFolder
{
    public ReindexerFaultTests() => WriteTwoPosts();

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

        Assert.Equal("the index was damaged", report.RebuildReason);
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
}
