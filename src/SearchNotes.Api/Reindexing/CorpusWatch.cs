using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>Keeps the index up to date with the corpus folder while the server runs (<c>serve --watch</c>).</summary>
/// <remarks>An event only wakes the watch; a comparison of the corpus with the last commit decides whether there is work. A lost event
/// therefore costs one interval, a needless event nothing, and changes on network folders without events are found as well.</remarks>
internal sealed class CorpusWatch(ServeOptions options, ReindexTasks tasks, TimeProvider time, ILogger<CorpusWatch> log)
    : BackgroundService
{
    /// <summary>Period without events to wait for. Editors save in several steps (write a temporary file, rename, delete), and copying
    /// takes a while.</summary>
    private static readonly TimeSpan QuietPeriod = TimeSpan.FromMilliseconds(300);

    /// <summary>Maximum time to wait for a quiet period; after it, a busy folder is read anyway.</summary>
    private static readonly TimeSpan MaxSettleTime = TimeSpan.FromSeconds(5);

    private string lastMessage = "";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var events = new FolderEvents(options.Corpus.Root, options.Corpus.CloneTop);
        Listen(events);
        log.LogFollowing(options.Corpus.Root);
        var hasEvent = true; // Posts may have changed between the start of the program and now.
        while (true)
        {
            try
            {
                await UpdateAsync(events, hasEvent, stoppingToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // The top of this loop: an unhandled exception would stop the server.
                log.LogFollowingFailed(bug);
            }
            hasEvent = await events.WaitAsync(options.WatchInterval, time, stoppingToken);
        }
    }

    private async Task UpdateAsync(FolderEvents events, bool hasEvent, CancellationToken cancel)
    {
        if (hasEvent)
            await SettleAsync(events, cancel);
        if (events.IsLost)
            Listen(events);
        // A change found by the interval without an event: the file system watch no longer works.
        if (await ReindexIfBehindAsync(cancel) && !hasEvent)
            Listen(events);
    }

    private async Task SettleAsync(FolderEvents events, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < MaxSettleTime && await events.WaitAsync(QuietPeriod, time, cancel))
        {
        }
    }

    private void Listen(FolderEvents events)
    {
        try
        {
            events.Listen();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Warn($"Changes in the corpus folder are found only every {options.WatchInterval.TotalSeconds:0} s: {fault.Message}");
        }
    }

    /// <returns>Whether a run was needed and succeeded.</returns>
    private async Task<bool> ReindexIfBehindAsync(CancellationToken cancel)
    {
        try
        {
            var corpus = new Corpus(options.Corpus);
            if (!options.EngineInUse.Reindexer(corpus, time).IsBehind())
                return false;
            if (corpus.List().Count == 0)
            {
                Warn($"{options.Corpus.Root} holds no posts any more, as when a disk is not mounted; the index stays as it is. If the posts were deleted on purpose, run \"searchnotes reindex\".");
                return false;
            }
            var run = await tasks.RunNextAsync(cancel);
            lastMessage = "";
            return run.State.Fault is null;
        }
        catch (SearchNotesException fault)
        {
            Warn(fault.Message);
            return false;
        }
    }

    /// <summary>Logs a sentence unless it repeats the last one, because a persistent fault would fill the log.</summary>
    private void Warn(string sentence)
    {
        if (sentence == lastMessage)
            return;
        lastMessage = sentence;
        log.LogSentence(sentence);
    }
}
