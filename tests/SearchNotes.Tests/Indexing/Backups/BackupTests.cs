using SearchNotes.Indexing;
using SearchNotes.Indexing.Backups;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing.Backups;

public sealed class BackupTests : BackedUpFolder
{
    [Fact]
    public void An_index_comes_back_as_it_was_and_the_next_run_builds_on_it()
    {
        var saved = IndexBackup.Write(Index, Backup);
        Write("locks.md", "# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Run();

        var restored = IndexRestore.Run(Backup, Index);

        Assert.Equal((1, 1, saved.BuiltAt), (restored.Posts, restored.Talks, restored.BuiltAt));
        Assert.Equal((1, 0), (Hits("queue"), Hits("lock")));
        var next = Run();
        Assert.Equal((false, 1, 1), (next.Full, next.Added, next.Unchanged));
        Assert.Equal((1, 1), (Hits("queue"), Hits("lock")));
    }

    [Fact]
    public void It_comes_back_where_there_was_none()
    {
        IndexBackup.Write(Index, Backup);
        Directory.Delete(Index, recursive: true);

        IndexRestore.Run(Backup, Index);

        Assert.Equal(1, Hits("queue"));
        Assert.Equal(["current", "write.lock"], Directory.EnumerateFileSystemEntries(Index).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_commit_that_is_held_stays_whole_when_later_ones_have_its_files_deleted()
    {
        using var held = CommitLease.Acquire(new IndexFolder(Index));
        for (var run = 0; run < 3; run++)
        {
            Write("queues.md", $"# Ann Lee on Queues that wait\n\nA queue is line {run}.\n");
            Run();
        }

        Assert.Contains(held.Files.Keys, name => !File.Exists(Path.Combine(Index, "current", name)));
        held.CheckIntegrity();
        Assert.All(held.Files.Values, file => Assert.Equal(file.Length, file.Read(new byte[file.Length + 1])));
    }

    [Fact]
    public async Task Every_backup_that_is_made_while_runs_commit_holds_one_state()
    {
        for (var post = 0; post < 10; post++)
            Write($"{post}.md", $"# Cyd Ellis on Rounds\n\nround 0\n");
        Run();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (var round = 1; !stop.IsCancellationRequested; round++)
            {
                for (var post = 0; post < 10; post++)
                    Write($"{post}.md", $"# Cyd Ellis on Rounds\n\nround {round}\n");
                Run();
            }

            return true;
        }, TestContext.Current.CancellationToken);

        for (var backup = 0; backup < 8; backup++)
        {
            IndexBackup.Write(Index, Backup, TestContext.Current.CancellationToken);
            var elsewhere = Path.Combine(Root, "elsewhere");
            IndexRestore.Run(Backup, elsewhere, TestContext.Current.CancellationToken);
            using var searcher = TalkSearcher.Open(elsewhere);
            var rounds =
                searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = "\"round\"", PerPage = 100 }).Hits.Select(hit =>
                    hit.Talk.Talk.Passages[0].Text).Distinct();
            Assert.Single(rounds);
            Assert.Equal(11, searcher.Stats().Talks);
        }

        await stop.CancelAsync();
        Assert.True(await writing);
    }

    [Fact]
    public void Who_searches_all_along_sees_the_restored_index_and_what_is_written_to_it_later()
    {
        IndexBackup.Write(Index, Backup);
        Write("locks.md", "# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Run();
        using var searcher = TalkSearcher.Open(Index);

        IndexRestore.Run(Backup, Index);
        Assert.True(searcher.Refresh());
        Assert.Equal(0, Total(searcher, "lock"));

        // The new segment has the name of the one that the restore took away.
        Write("locks.md", "# Dina Fox on Trees that grow\n\nA tree is a plant.\n");
        Run();
        Assert.True(searcher.Refresh());
        Assert.Equal((0, 1, 1), (Total(searcher, "lock"), Total(searcher, "tree"), Total(searcher, "queue")));
    }

    [Fact]
    public void An_older_backup_is_replaced_and_any_other_file_is_not()
    {
        IndexBackup.Write(Index, Backup);
        IndexBackup.Write(Index, Backup);
        var post = Path.Combine(Corpus, "queues.md");

        Assert.Equal(Fault.Backup, Assert.Throws<SearchNotesException>(() => IndexBackup.Write(Index, post)).Fault);
        Assert.Contains("Ann Lee", File.ReadAllText(post), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_index_is_not_saved()
    {
        var largest = Directory.EnumerateFiles(Path.Combine(Index, "current")).MaxBy(file => new FileInfo(file).Length)!;
        Flip(largest);

        Assert.Equal(Fault.DamagedIndex, Assert.Throws<SearchNotesException>(() => IndexBackup.Write(Index, Backup)).Fault);
        Assert.False(File.Exists(Backup));
    }

    [Fact]
    public void While_somebody_writes_nothing_is_restored()
    {
        IndexBackup.Write(Index, Backup);
        using var held = IndexLock.Acquire(Index);

        var refused = Assert.Throws<SearchNotesException>(() => IndexRestore.Run(Backup, Index));

        Assert.Equal(Fault.Locked, refused.Fault);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no archive at all")]
    [InlineData("cut off")]
    [InlineData("no list")]
    [InlineData("a byte that changed")]
    [InlineData("a file that is not listed")]
    [InlineData("a file that is missing")]
    [InlineData("a file longer than listed")]
    [InlineData("a way out of the folder")]
    [InlineData("an absolute path")]
    [InlineData("no index in it")]
    public void What_is_no_whole_backup_is_refused_and_the_index_stays(string fault)
    {
        IndexBackup.Write(Index, Backup);
        new ChangedBackup(Backup).Spoil(fault);

        var refused = Assert.Throws<SearchNotesException>(() => IndexRestore.Run(Backup, Index));

        Assert.Equal(Fault.Backup, refused.Fault);
        Assert.Equal(1, Hits("queue"));
        Assert.Equal(["current", "write.lock"], Directory.EnumerateFileSystemEntries(Index).Select(Path.GetFileName).Order());
        Assert.Equal(["corpus", "index", "index.zip"], Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(Schema.Version + 1, "newer")]
    [InlineData(Schema.Version - 1, "older")]
    public void A_backup_of_another_schema_is_refused_with_a_sentence(int schema, string word)
    {
        IndexBackup.Write(Index, Backup);
        new ChangedBackup(Backup).Relist(list => list.Replace($"schema {Schema.Version}\n", $"schema {schema}\n", StringComparison.Ordinal));

        var refused = Assert.Throws<SearchNotesException>(() => IndexRestore.Run(Backup, Index));

        Assert.Equal(Fault.OtherSchema, refused.Fault);
        Assert.Contains($"made by an {word}".Replace("an newer", "a newer", StringComparison.Ordinal), refused.Message,
            StringComparison.Ordinal);
    }
}
