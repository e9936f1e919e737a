using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Health;

namespace SearchNotes.Api.Reindexing;

/// <summary>Does behind the request what a push asks for: pull, where the corpus is a clone, then reindex.</summary>
/// <remarks>A push that comes while one is at work is done after it; more of them join that one. One that fails, because another
/// process writes or the forge does not answer, is tried again. The first pull is at the start.</remarks>
internal sealed partial class PushWorker(ServeOptions options, ReindexTasks tasks, ServiceMeter meter, TimeProvider time,
    ILogger<PushWorker> log) : BackgroundService
{
    private readonly Channel<bool> asked =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The clone that is pulled; <see langword="null"/> where the operator did not say that there is one.</summary>
    public GitClone? Clone { get; } = options.GitPull ? GitClone.Of(options, time) : null;

    /// <summary>Has it done soon.</summary>
    public void RequestPull() => asked.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was pushed while no server ran told nobody.
        if (Clone is not null)
            await FollowAsync(isPush: false, stoppingToken);
        await foreach (var _ in asked.Reader.ReadAllAsync(stoppingToken))
            await FollowAsync(isPush: true, stoppingToken);
    }

    /// <summary>Does what was asked for, and tries again with growing pauses when that fails: the next push may be far away. A push
    /// that comes in between ends this; its tries begin anew.</summary>
    private async Task FollowAsync(bool isPush, CancellationToken cancel)
    {
        foreach (var pause in RetryPauses.All)
        {
            if (await TryAsync(isPush, cancel))
                return;
            LogPause(pause.TotalSeconds);
            if (await IsAskedWithinAsync(pause, cancel))
                return;
        }
        if (!await TryAsync(isPush, cancel))
            LogGivenUp();
    }

    private async Task<bool> TryAsync(bool isPush, CancellationToken cancel)
    {
        var isDone = false;
        try
        {
            if (Clone is not null)
                await Clone.PullAsync(cancel);
            // A run that fails says why itself.
            isDone = (await tasks.RunNextAsync(cancel)).State.Fault is null;
        }
        catch (SearchNotesException fault)
        {
            LogFailed(fault.Message);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // The top of this loop: what leaves it would stop the server.
            LogBug(bug);
        }
        if (isPush)
            meter.Pushed(isDone ? "done" : "failed");
        return isDone;
    }

    private async Task<bool> IsAskedWithinAsync(TimeSpan pause, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await asked.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Following a push failed.")]
    private partial void LogBug(Exception bug);

    [LoggerMessage(LogLevel.Warning, "What was pushed is tried again in {Seconds:0} s.")]
    private partial void LogPause(double seconds);

    [LoggerMessage(LogLevel.Error,
        "What was pushed is not tried again before the next push or start; run \"searchnotes reindex\" when the cause is mended.")]
    private partial void LogGivenUp();

    [LoggerMessage(LogLevel.Error, "A push could not be followed. {Reason}")]
    private partial void LogFailed(string reason);
}
