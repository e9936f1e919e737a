using SearchNotes.Indexing;
using SearchNotes.Indexing.Backups;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Indexing.Backups;

/// <summary>Restores that were killed, and whoever comes next.</summary>
public sealed class KilledRestoreTests : BackedUpFolder
{
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

    /// <summary>Leaves the folders as a restore does that has moved the old index away and comes no further: an index of queues
    /// was to take the place of one that knows locks as well.</summary>
    private void KillBetweenRenames()
    {
        IndexBackup.Write(Index, Backup);
        Write("locks.md", "# Bo Chen on Locks that hold\n\nA lock is a door.\n");
        Run();
        var elsewhere = Path.Combine(Root, "elsewhere");
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
}
