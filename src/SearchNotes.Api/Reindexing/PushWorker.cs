using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Reindexing;

/// <summary>Handles pushes in the background: pulls if the corpus is in a clone, then reindexes.</summary>
/// <remarks>A push that arrives during another one is handled afterwards; further pushes are merged with it. A push that fails, because
/// another process is writing or the forge does not answer, is retried. The first pull happens at the start.</remarks>
internal sealed class PushWorker(ServeOptions options, ReindexTasks tasks, ServiceMeter meter, TimeProvider time,
    ILogger<PushWorker> log) : BackgroundService
{
    private readonly Channel<bool> requests =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The clone to pull; <see langword="null"/> when <c>git_pull</c> is off.</summary>
    public GitClone? Clone { get; } = options.GitPull ? GitClone.Of(options, time) : null;

    /// <summary>Schedules a pull and reindex.</summary>
    public void RequestPull() => requests.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Pushes made while the server was down sent no webhook to it.
        if (Clone is not null)
            await FollowAsync(isPush: false, stoppingToken);
        await foreach (var _ in requests.Reader.ReadAllAsync(stoppingToken))
            await FollowAsync(isPush: true, stoppingToken);
    }

    /// <summary>Pulls and reindexes, and retries with growing pauses after a failure, because the next push may be far away. A new push
    /// ends the retries and starts its own.</summary>
    private async Task FollowAsync(bool isPush, CancellationToken cancel)
    {
        foreach (var pause in RetryPauses.All)
        {
            if (await TryAsync(isPush, cancel))
                return;
            log.LogPushPause(pause.TotalSeconds);
            if (await IsRequestedWithinAsync(pause, cancel))
                return;
        }
        if (!await TryAsync(isPush, cancel))
            log.LogPushGivenUp();
    }

    private async Task<bool> TryAsync(bool isPush, CancellationToken cancel)
    {
        var isDone = false;
        try
        {
            if (Clone is not null)
                await Clone.PullAsync(cancel);
            // A failed run logs its own reason.
            isDone = (await tasks.RunNextAsync(cancel)).State.Fault is null;
        }
        catch (SearchNotesException fault)
        {
            log.LogPushFailed(fault.Message);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // The top of this loop: an unhandled exception would stop the server.
            log.LogPushBug(bug);
        }
        if (isPush)
            meter.Pushed(isDone ? "done" : "failed");
        return isDone;
    }

    private async Task<bool> IsRequestedWithinAsync(TimeSpan pause, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await requests.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
