using Microsoft.Extensions.Hosting;
using SearchNotes.Api.Reindexing;

namespace SearchNotes.Api.Live;

/// <summary>Looks for new commits, checks what it opened, and has a damaged index rebuilt.</summary>
internal sealed class IndexWatch(LiveIndex index, ReindexTasks tasks, ServeOptions options, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first look must not hold up the start of the server.
        await Task.Yield();
        using var timer = new PeriodicTimer(options.LookInterval, time);
        do
        {
            if (index.Look())
                await CheckAsync(stoppingToken);
            if (index.WhyNot is { Fault: Fault.DamagedIndex or Fault.OtherSchema })
                tasks.TryRebuild();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Reads the whole index once while it already answers: faults on the disk are rare, and waiting for the check would not be.</summary>
    private async Task CheckAsync(CancellationToken cancel)
    {
        using var loan = index.Borrow();
        if (loan is null)
            return;
        try
        {
            await Task.Run(loan.Searcher.WarmUp, cancel);
            await Task.Run(() => loan.Searcher.CheckIntegrity(cancel), cancel);
        }
        catch (SearchNotesException fault)
        {
            index.Condemn(fault);
        }
    }
}
