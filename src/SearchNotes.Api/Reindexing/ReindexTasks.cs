using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Hosting;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>Runs the reindexer in the background, one run at a time, and remembers the last 20 runs. Thread-safe.</summary>
internal sealed class ReindexTasks(
    ServeOptions options, LiveIndex index, ServiceMeter meter, TimeProvider time, IHostApplicationLifetime life, ILogger<ReindexTasks> log)
{
    private const int Remembered = 20;
    private static readonly TimeSpan PauseBetweenRebuilds = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly LinkedList<ReindexTask> tasks = [];
    private DateTimeOffset nextRebuild = DateTimeOffset.MinValue;

    /// <summary>Starts a run; returns <see langword="null"/> when one is already running.</summary>
    public ReindexTask? TryStart(ReindexMode mode)
    {
        ReindexTask task;
        lock (gate)
        {
            if (tasks.First?.Value.IsRunning == true)
                return null;
            task = new ReindexTask(RandomNumberGenerator.GetHexString(16, lowercase: true), mode, time.GetUtcNow());
            tasks.AddFirst(task);
            while (tasks.Count > Remembered)
                tasks.RemoveLast();
        }
        // A run takes long, and the thread pool is for requests.
        _ = Task.Factory.StartNew(() => Run(task), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return task;
    }

    /// <summary>Starts a run after this call and waits for its end. A run that is already active may have listed the posts before, so a new
    /// run follows it.</summary>
    public async Task<ReindexTask> RunNextAsync(CancellationToken cancel)
    {
        ReindexTask? task;
        while ((task = TryStart(ReindexMode.Changes)) is null)
            await Newest().Finished.WaitAsync(cancel);
        await task.Finished.WaitAsync(cancel);
        return task;
    }

    /// <summary>Starts a rebuild of a damaged index, at most once a minute: a rebuild that fails needs the operator.</summary>
    public void TryRebuild()
    {
        var now = time.GetUtcNow();
        if (now >= nextRebuild && TryStart(ReindexMode.Repair) is not null)
            nextRebuild = now + PauseBetweenRebuilds;
    }

    /// <summary>Returns the run with this id; <see langword="null"/> when it is unknown or no longer remembered.</summary>
    public ReindexTask? Find(string id)
    {
        lock (gate)
            return tasks.FirstOrDefault(task => task.Id == id);
    }

    /// <summary>Returns the state of a run of any server over the index; <see langword="null"/> when it is unknown.</summary>
    /// <exception cref="SearchNotesException">The cluster does not answer.</exception>
    public TaskAnswer? FindAnywhere(string id) => Find(id) is { } own ? TaskAnswer.Of(own)
        : options.EngineInUse.Runs is { } runs ? SharedRun.Find(runs, id, time.GetUtcNow()) : null;

    private ReindexTask Newest()
    {
        lock (gate)
            return tasks.First!.Value; // Called only after TryStart found an active run, so the list is not empty.
    }

    private void Run(ReindexTask task)
    {
        log.LogReindexStarted(task.Id);
        using var reporter = SharedRunReporter.Begin(options.EngineInUse.Runs, task, time, log);
        try
        {
            // Half of the cores are left for searches.
            var reindexer =
                options.EngineInUse.Reindexer(new Corpus(options.Corpus), time, Math.Max(1, Environment.ProcessorCount / 2));
            var report = task.Mode == ReindexMode.Repair
                ? reindexer.Repair(task, life.ApplicationStopping)
                : reindexer.Run(task.Mode == ReindexMode.Full, task, life.ApplicationStopping);
            // A run counts as done only when its result can be searched.
            if (task.Mode == ReindexMode.Repair)
                index.ClearDamage();
            index.Refresh();
            task.Finish(report, time.GetUtcNow());
            meter.Reindexed("done");
            log.LogReindexDone(task.Id, report.Posts, report.Talks, report.Warnings.Count, report.Took.TotalSeconds);
        }
        catch (SearchNotesException fault)
        {
            task.Fail(fault, time.GetUtcNow());
            meter.Reindexed("failed");
            log.LogReindexFailed(task.Id, fault.Message);
        }
        catch (OperationCanceledException)
        {
            task.Fail(new SearchNotesException(Fault.Corpus, "The server was stopped before the run was done; the old index stays in use."),
                time.GetUtcNow());
        }
        catch (Exception bug)
        {
            // The top of this thread: the exception would be lost, and the task would appear to run forever.
            task.Fail(new SearchNotesException(Fault.Corpus, "Reindexing stopped because of a bug in SearchNotes; the log has the details.",
                bug), time.GetUtcNow());
            log.LogReindexBroken(bug, task.Id);
        }
    }
}
