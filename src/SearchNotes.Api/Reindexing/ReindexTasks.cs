using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Health;
using SearchNotes.Api.Hosting;
using SearchNotes.Indexing;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>Runs reindexing behind the requests, one at a time, and remembers the last few runs.</summary>
internal sealed partial class ReindexTasks(
    ServeOptions options, LiveIndex index, ServiceMeter meter, TimeProvider time, IHostApplicationLifetime life, ILogger<ReindexTasks> log)
{
    private const int Remembered = 20;
    private static readonly TimeSpan PauseBetweenRebuilds = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly LinkedList<ReindexTask> tasks = [];
    private DateTimeOffset nextRebuild = DateTimeOffset.MinValue;

    /// <summary>Starts a run; <see langword="null"/> when one is running.</summary>
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
        // A run is long, and the thread pool belongs to the requests.
        _ = Task.Factory.StartNew(() => Run(task), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return task;
    }

    /// <summary>Makes a run that begins after this call and waits for its end: when one is at work, which may have listed the
    /// posts already, after that one.</summary>
    public async Task<ReindexTask> RunNextAsync(CancellationToken cancel)
    {
        ReindexTask? task;
        while ((task = TryStart(ReindexMode.Changes)) is null)
            await Newest().Over.WaitAsync(cancel);
        await task.Over.WaitAsync(cancel);
        return task;
    }

    /// <summary>Heals a damaged index. When that fails somebody has to look, so it is tried again only now and then.</summary>
    public void TryRebuild()
    {
        var now = time.GetUtcNow();
        if (now >= nextRebuild && TryStart(ReindexMode.Heal) is not null)
            nextRebuild = now + PauseBetweenRebuilds;
    }

    /// <summary>A run by its id; <see langword="null"/> when it is unknown or forgotten.</summary>
    public ReindexTask? Find(string id)
    {
        lock (gate)
            return tasks.FirstOrDefault(task => task.Id == id);
    }

    private ReindexTask Newest()
    {
        lock (gate)
            return tasks.First!.Value; // Asked for only after a run was refused because of another one.
    }

    private void Run(ReindexTask task)
    {
        LogStarted(task.Id);
        try
        {
            // Half of the cores stay with those who search meanwhile.
            var reindexer =
                new Reindexer(new Corpus(options.Corpus), options.IndexFolder,
                    time) { Threads = Math.Max(1, Environment.ProcessorCount / 2) };
            var report = task.Mode == ReindexMode.Heal
                ? reindexer.Heal(task, life.ApplicationStopping)
                : reindexer.Run(task.Mode == ReindexMode.Full, task, life.ApplicationStopping);
            // Done means that it can be searched.
            if (task.Mode == ReindexMode.Heal)
                index.ClearDamage();
            index.Refresh();
            task.Finish(report, time.GetUtcNow());
            meter.Reindexed("done");
            LogDone(task.Id, report.Posts, report.Talks, report.Warnings.Count, report.Took.TotalSeconds);
        }
        catch (SearchNotesException fault)
        {
            task.Fail(fault, time.GetUtcNow());
            meter.Reindexed("failed");
            LogFailed(task.Id, fault.Message);
        }
        catch (OperationCanceledException)
        {
            task.Fail(new SearchNotesException(Fault.Corpus, "The server was stopped before the run was done; the old index stays."),
                time.GetUtcNow());
        }
        catch (Exception bug)
        {
            // The top of this thread: nobody above would see it, and the task would seem to run for ever.
            task.Fail(new SearchNotesException(Fault.Corpus, "Reindexing broke off by a fault of SearchNotes; the log has the details.",
                bug), time.GetUtcNow());
            LogBroken(bug, task.Id);
        }
    }

    [LoggerMessage(LogLevel.Information, "Reindex {Id} started.")]
    private partial void LogStarted(string id);

    [LoggerMessage(LogLevel.Information, "Reindex {Id} done: {Posts} posts, {Talks} talks, {Warnings} warnings, {Seconds:0.0} s.")]
    private partial void LogDone(string id, int posts, int talks, int warnings, double seconds);

    [LoggerMessage(LogLevel.Error, "Reindex {Id} failed: {Reason}")]
    private partial void LogFailed(string id, string reason);

    [LoggerMessage(LogLevel.Critical, "Reindex {Id} broke off.")]
    private partial void LogBroken(Exception bug, string id);
}
