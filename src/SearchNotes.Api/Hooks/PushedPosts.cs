using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Health;
using SearchNotes.Api.Reindexing;

namespace SearchNotes.Api.Hooks;

/// <summary>Does behind the request what a push asks for: pull, where the corpus is a clone, then reindex.</summary>
/// <remarks>A push that comes while one is at work is done after it; more of them join that one.</remarks>
internal sealed partial class PushedPosts(ServeOptions options, ReindexTasks tasks, ServiceMeter meter, TimeProvider time, ILogger<PushedPosts> log) : BackgroundService
{
    private readonly Channel<bool> asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The clone that is pulled; <see langword="null"/> where the operator did not say that there is one.</summary>
    public GitClone? Clone { get; } = options.GitPull ? GitClone.Of(options, time) : null;

    /// <summary>Has it done soon.</summary>
    public void Fetch() => asked.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (Clone is not null)
                    await Clone.PullAsync(stoppingToken);
                var run = await tasks.RunNextAsync(stoppingToken);
                meter.Pushed(run.State.Fault is null ? "done" : "failed");
            }
            catch (SearchNotesException fault)
            {
                meter.Pushed("failed");
                LogFailed(fault.Message);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // The top of this loop: what leaves it would stop the server.
                meter.Pushed("failed");
                LogBug(bug);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Following a push failed.")]
    private partial void LogBug(Exception bug);

    [LoggerMessage(LogLevel.Error, "A push could not be followed. {Reason}")]
    private partial void LogFailed(string reason);
}
