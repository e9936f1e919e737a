using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Reindexing;

/// <summary>Opens new commits, verifies their checksums, and triggers the rebuild of a damaged index.</summary>
internal sealed class IndexWatch(LiveIndex index, ReindexTasks tasks, ServeOptions options, TimeProvider time,
    ILogger<IndexWatch> log) : BackgroundService
{
    /// <summary>Opens the index before the server listens, so that the first request gets an answer. Without a usable index the server
    /// still starts and reports the reason.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            index.Refresh();
        }
        catch (Exception bug)
        {
            log.LogCheckFailed(bug); // The loop tries again.
        }
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.RefreshInterval, time);
        do
        {
            try
            {
                await CheckForCommitAsync(stoppingToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // The top of this loop. It must continue, or the server would never see a new post again.
                log.LogCheckFailed(bug);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CheckForCommitAsync(CancellationToken cancel)
    {
        index.Refresh();
        if (index.NeedsCheck)
            await CheckAsync(cancel);
        if (index.NeedsRebuild && !options.EngineInUse.IsShared)
            tasks.TryRebuild();
    }

    /// <summary>Verifies the whole index while it already answers requests: disk faults are rare, and waiting for the check would delay
    /// every start.</summary>
    private async Task CheckAsync(CancellationToken cancel)
    {
        using var lease = index.Acquire();
        if (lease is null)
            return;
        try
        {
            await Task.Run(lease.Searcher.WarmUp, cancel);
            await Task.Run(() => lease.Searcher.CheckIntegrity(cancel), cancel);
            index.MarkIntact(lease);
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.Unreachable)
        {
            index.MarkUnreachable(fault);
        }
        catch (SearchNotesException fault)
        {
            index.MarkDamaged(lease, fault);
        }
    }
}
