using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Indexing;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>Keeps the index up to date with the corpus folder while the server runs (<c>serve --watch</c>).</summary>
/// <remarks>An event only wakes it; whether there is work the corpus itself says, compared with the last commit. So a lost
/// event costs one interval, a needless one nothing, and what happens on a network folder without events is seen as well.</remarks>
internal sealed partial class CorpusWatch(ServeOptions options, ReindexTasks tasks, TimeProvider time, ILogger<CorpusWatch> log)
    : BackgroundService
{
    /// <summary>Editors save in several steps (write aside, rename, delete) and copies take a while: wait for the end of it.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    /// <summary>A folder that never rests is looked at nevertheless.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string said = "";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var events = new FolderEvents(options.Corpus.Root, options.Corpus.CloneTop);
        Listen(events);
        LogFollowing(options.Corpus.Root);
        var isHeard = true; // Perhaps something, between the start of the program and now.
        while (true)
        {
            try
            {
                await FollowAsync(events, isHeard, stoppingToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // The top of this loop: what leaves it would stop the server.
                LogBug(bug);
            }
            isHeard = await events.WaitAsync(options.WatchInterval, time, stoppingToken);
        }
    }

    private async Task FollowAsync(FolderEvents events, bool isHeard, CancellationToken cancel)
    {
        if (isHeard)
            await SettleAsync(events, cancel);
        if (events.IsLost)
            Listen(events);
        // What the interval finds and no event told: the watch does not hear any more.
        if (await BringUpToDateAsync(cancel) && !isHeard)
            Listen(events);
    }

    private async Task SettleAsync(FolderEvents events, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < Patience && await events.WaitAsync(Quiet, time, cancel))
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
            Say($"Changes of the corpus folder are seen every {options.WatchInterval.TotalSeconds:0} s only: {fault.Message}");
        }
    }

    /// <returns>Whether there was something to do.</returns>
    private async Task<bool> BringUpToDateAsync(CancellationToken cancel)
    {
        try
        {
            var corpus = new Corpus(options.Corpus);
            if (!new Reindexer(corpus, options.IndexFolder, time).IsBehind())
                return false;
            if (corpus.List().Count == 0)
            {
                Say($"{options.Corpus.Root} holds no posts any more, as when a disk is not mounted; the index stays as it is. If they are really gone, run \"searchnotes reindex\".");
                return false;
            }
            var run = await tasks.RunNextAsync(cancel);
            said = "";
            return run.State.Fault is null;
        }
        catch (SearchNotesException fault)
        {
            Say(fault.Message);
            return false;
        }
    }

    /// <summary>Logs a sentence, once until something changes: a fault that lasts would fill the log.</summary>
    private void Say(string sentence)
    {
        if (sentence == said)
            return;
        said = sentence;
        LogSentence(sentence);
    }

    [LoggerMessage(LogLevel.Information, "Following {Folder}.")]
    private partial void LogFollowing(string folder);

    [LoggerMessage(LogLevel.Error, "Following the corpus folder failed; it goes on with the next change.")]
    private partial void LogBug(Exception bug);

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    private partial void LogSentence(string sentence);
}
