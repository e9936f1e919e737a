using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Reindexing;

namespace SearchNotes.Api.Hosting;

/// <summary>Looks for new commits, checks what it opened, and has a damaged index rebuilt.</summary>
internal sealed partial class IndexWatch(LiveIndex index, ReindexTasks tasks, ServeOptions options, TimeProvider time,
    ILogger<IndexWatch> log) : BackgroundService
{
    /// <summary>Opens the index before the server listens, so that whoever asks first gets an answer. Where there is none, or
    /// none that opens, the server comes up nevertheless and says so.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            index.Refresh();
        }
        catch (Exception bug)
        {
            LogBug(bug); // The loop tries again.
        }
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.LookInterval, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // The top of this loop, which has to go on: without it the server would never see a new post again.
                LogBug(bug);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        index.Refresh();
        if (index.NeedsCheck)
            await CheckAsync(cancel);
        if (index.NeedsRebuild)
            tasks.TryRebuild();
    }

    /// <summary>Reads the whole index once while it already answers: faults on the disk are rare, and waiting for the check would not
    /// be.</summary>
    private async Task CheckAsync(CancellationToken cancel)
    {
        using var loan = index.Acquire();
        if (loan is null)
            return;
        try
        {
            await Task.Run(loan.Searcher.WarmUp, cancel);
            await Task.Run(() => loan.Searcher.CheckIntegrity(cancel), cancel);
            index.MarkIntact(loan);
        }
        catch (SearchNotesException fault)
        {
            index.MarkDamaged(loan, fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for a new commit failed.")]
    private partial void LogBug(Exception bug);
}
