using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>Prepares ranking by meaning for each new commit, on a thread of its own: a new post is found by its words at once, and by its
/// meaning a little later.</summary>
internal sealed class SemanticUpdates(LiveIndex index, ServeOptions options, TimeProvider time, ILogger<SemanticUpdates> log)
    : BackgroundService
{
    private (long Generation, DateTimeOffset BuiltAt) done;
    private string? problem;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.RefreshInterval, time);
        do
        {
            try
            {
                // Not null: without a scorer this service is not added.
                await UpdateAsync(options.Semantic!, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The top of this loop. Searches go on by words.
                log.LogSemanticFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task UpdateAsync(ISemanticScorer semantic, CancellationToken stop)
    {
        using var lease = index.Acquire();
        if (lease?.Searcher is not TalkSearcher searcher || done == CommitOf(lease))
            return;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = Task.Factory.StartNew(
            () => semantic.Update(searcher.Documents(), cancel.Token), cancel.Token, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (await Task.WhenAny(work, Task.Delay(options.RefreshInterval, time, CancellationToken.None)) != work)
        {
            // What is encoded is kept, so nothing is lost by starting again with the newer posts.
            if (IsOutdated(lease))
                await cancel.CancelAsync();
        }

        if (cancel.IsCancellationRequested)
            return;
        done = CommitOf(lease); // A fault is not repeated before the next commit.
        await work;
        Report(semantic.Status);
    }

    private void Report(SemanticStatus status)
    {
        if (status.Problem is not null && status.Problem != problem)
            log.LogSemanticProblem(status.Problem);
        problem = status.Problem;
        log.LogSemanticDone(status.Encoded);
    }

    private bool IsOutdated(SearcherLease lease)
    {
        using var newest = index.Acquire();
        return newest is not null && CommitOf(newest) != CommitOf(lease);
    }

    private static (long Generation, DateTimeOffset BuiltAt) CommitOf(SearcherLease lease) =>
        (lease.Version.Generation, lease.Version.BuiltAt);
}
