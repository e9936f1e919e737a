using Microsoft.Extensions.Logging;
using SearchNotes.Querying;

namespace SearchNotes.Api.Reindexing;

/// <summary>Reports a run to the other servers until it is over. A report that fails is made up for by the next one.</summary>
internal sealed class SharedRunReporter : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ISharedRuns runs;
    private readonly ReindexTask task;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private readonly ITimer timer;

    private SharedRunReporter(ISharedRuns runs, ReindexTask task, TimeProvider time, ILogger log)
    {
        (this.runs, this.task, this.time, this.log) = (runs, task, time, log);
        timer = time.CreateTimer(_ => Report(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>Begins to report a run; <see langword="null"/> when there is nobody to report to.</summary>
    public static SharedRunReporter? Begin(ISharedRuns? runs, ReindexTask task, TimeProvider time, ILogger log) =>
        runs is null ? null : new SharedRunReporter(runs, task, time, log);

    /// <inheritdoc/>
    /// <remarks>Reports the end.</remarks>
    public void Dispose()
    {
        timer.Dispose();
        Report();
    }

    private void Report()
    {
        lock (gate)
        {
            try
            {
                runs.Write(task.Id, new SharedRun(time.GetUtcNow(), TaskAnswer.Of(task)).Write());
            }
            catch (SearchNotesException fault)
            {
                log.LogRunUnreported(task.Id, fault.Message);
            }
        }
    }
}
