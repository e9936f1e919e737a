using SearchNotes.Indexing;
using SearchNotes.Indexing.Backups;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public BackupTests()
    {
        Directory.CreateDirectory(Corpus);
        Write("queues.md", "# Ann Lee on Queues that wait\n\nA queue is a line.\n");
        Run();
    }

    private string Corpus => Path.Combine(root, "corpus");

    private string Index => Path.Combine(root, "index");

    private string Backup => Path.Combine(root, "index.zip");

    public void Dispose() => Directory.Delete(root, recursive: true);

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
            var elsewhere = Path.Combine(root, "elsewhere");
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

    [Fact]
    public void What_a_killed_restore_left_is_cleared_away()
    {
        IndexBackup.Write(Index, Backup);
        Directory.CreateDirectory(Path.Combine(Index, "incoming", "current"));
        File.WriteAllText(Path.Combine(Index, "incoming", "current", "_0.si"), "half");
        Directory.CreateDirectory(Path.Combine(Index, "replaced"));

        IndexRestore.Run(Backup, Index);

        Assert.Equal(["current", "write.lock"], Directory.EnumerateFileSystemEntries(Index).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("search")]
    [InlineData("look whether it is behind")]
    [InlineData("reindex")]
    [InlineData("back up")]
    [InlineData("restore what is no backup")]
    [InlineData("restore")]
    public void A_restore_that_was_killed_between_its_renames_is_finished_by_whoever_comes_next(string next)
    {
        KillBetweenRenames();

        Come(next);

        Assert.Equal((1, 0), (Hits("queue"), Hits("lock")));
        Assert.Equal(["current", "write.lock"], Directory.EnumerateFileSystemEntries(Index).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Who_searches_all_along_follows_a_restore_that_was_killed_between_its_renames()
    {
        using var searcher = TalkSearcher.Open(Index);
        KillBetweenRenames();

        Assert.True(searcher.Refresh());

        Assert.Equal((1, 0), (Total(searcher, "queue"), Total(searcher, "lock")));
    }

    [Fact]
    public void Without_the_restored_files_the_old_ones_come_back()
    {
        KillBetweenRenames();
        Directory.Delete(Path.Combine(Index, "incoming"), recursive: true);

        Assert.Equal((1, 1), (Hits("queue"), Hits("lock")));
    }

    [Fact]
    public void An_interrupted_restore_that_somebody_holds_on_to_is_told_and_not_taken_for_a_missing_index()
    {
        KillBetweenRenames();
        using var held = IndexLock.Acquire(Index);

        Assert.Equal(Fault.Locked, Assert.Throws<SearchNotesException>(() => TalkSearcher.Open(Index)).Fault);
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
        Assert.Equal(["corpus", "index", "index.zip"], Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).Order());
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

    /// <summary>Leaves the folders as a restore does that has moved the old index away and comes no further: an index of queues
    /// was to take the place of one that knows locks as well.</summary>
    private void KillBetweenRenames()
    {
        IndexBackup.Write(Index, Backup);
        Write("locks.md", "# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Run();
        var elsewhere = Path.Combine(root, "elsewhere");
        IndexRestore.Run(Backup, elsewhere);
        Directory.CreateDirectory(Path.Combine(Index, "incoming"));
        Directory.Move(Path.Combine(Index, "current"), Path.Combine(Index, "replaced"));
        Directory.Move(Path.Combine(elsewhere, "current"), Path.Combine(Index, "incoming", "current"));
        File.Delete(Path.Combine(Corpus, "locks.md"));
    }

    private void Come(string next)
    {
        switch (next)
        {
            case "search":
                TalkSearcher.Open(Index).Dispose();
                break;
            case "look whether it is behind":
                Assert.False(Reindexer().IsBehind());
                break;
            case "reindex":
                Assert.Equal((false, 1), (Run().Full, Run().Unchanged));
                break;
            case "back up":
                IndexBackup.Write(Index, Backup);
                break;
            case "restore":
                IndexRestore.Run(Backup, Index);
                break;
            case "restore what is no backup":
                new ChangedBackup(Backup).Spoil("a byte that changed");
                Assert.Equal(Fault.Backup, Assert.Throws<SearchNotesException>(() => IndexRestore.Run(Backup, Index)).Fault);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(next), next, null);
        }
    }

    private static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(file, bytes);
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Corpus, path), text);

    private Reindexer Reindexer() => new(new Corpus(new CorpusOptions { Root = Corpus }), Index, TimeProvider.System);

    private ReindexReport Run() => Reindexer().Run();

    private int Hits(string word)
    {
        using var searcher = TalkSearcher.Open(Index);
        return Total(searcher, word);
    }

    private static int Total(TalkSearcher searcher, string word) =>
        searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = $"\"{word}\"" }).Total;
}
