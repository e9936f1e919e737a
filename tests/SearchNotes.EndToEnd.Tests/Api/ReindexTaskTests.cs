using SearchNotes.Api.Reindexing;
using SearchNotes.Indexing;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class ReindexTaskTests
{
    private readonly ReindexTask _task = new("0123456789abcdef", ReindexMode.Changes, DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_report_that_comes_late_takes_nothing_back()
    {
        _task.Report(new ReindexProgress(5, 10, "e.md"));
        _task.Report(new ReindexProgress(3, 10, "c.md"));

        Assert.Equal(5, _task.State.Progress.Done);
    }

    [Fact]
    public void A_run_that_begins_again_with_more_to_do_counts_from_the_start()
    {
        _task.Report(new ReindexProgress(2, 2, "b.md"));
        _task.Report(new ReindexProgress(1, 10, "a.md"));

        Assert.Equal((1, 10), (_task.State.Progress.Done, _task.State.Progress.Total));
    }

    [Fact]
    public void A_run_that_is_over_stays_over()
    {
        _task.Fail(new SearchNotesException(Fault.Disk, "The disk is full."), DateTimeOffset.UnixEpoch);
        _task.Report(new ReindexProgress(1, 10, "a.md"));

        Assert.False(_task.IsRunning);
        Assert.Equal(0, _task.State.Progress.Done);
    }
}
