using System.Threading.Channels;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>Signals changes below a folder, or to the folder itself. The signal is a hint, not a record: events can get lost.</summary>
/// <remarks>The system watches the folder, not its name: it still reports changes in a folder that was moved away, and none in the folder
/// that replaced it. The parent is therefore watched for the name, and <see cref="Listen"/> starts again.</remarks>
/// <param name="folder">The folder to watch.</param>
/// <param name="limit">The folder that must contain the target if <paramref name="folder"/> is a link; <see langword="null"/> allows any
/// target.</param>
internal sealed class FolderEvents(string folder, string? limit = null) : IDisposable
{
    private readonly string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> watchers = [];
    private volatile bool isLost;

    /// <summary>Whether the folder itself was created, deleted, or can no longer be watched, so that <see cref="Listen"/> should be called
    /// again.</summary>
    public bool IsLost => isLost;

    /// <summary>Starts or restarts watching.</summary>
    /// <exception cref="IOException">The system has no watches left, or the folder is gone.</exception>
    public void Listen()
    {
        StopListening();
        if (Path.GetDirectoryName(path) is { } parent && Directory.Exists(parent))
            Watch(parent, isParent: true);
        isLost = !Directory.Exists(path);
        if (isLost)
            return;
        if (limit is not null && !CorpusClone.Contains(limit, path))
            return;
        // The target of a link is watched; the watch on the parent notices when the link changes.
        Watch(new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path, isParent: false);
    }

    /// <summary>Waits for a change.</summary>
    /// <returns>Whether there was a change; false when the time ran out.</returns>
    public async Task<bool> WaitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => StopListening();

    private void Watch(string watched, bool isParent)
    {
        var watcher = new FileSystemWatcher(watched)
        {
            IncludeSubdirectories = !isParent,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName
            | (isParent ? 0 : NotifyFilters.LastWrite | NotifyFilters.Size),
        };
        if (isParent)
            watcher.Filter = Path.GetFileName(path);
        watcher.Created += (_, _) => Signal(isParent);
        watcher.Changed += (_, _) => Signal(isParent);
        watcher.Deleted += (_, _) => Signal(isParent);
        watcher.Renamed += (_, _) => Signal(isParent);
        // Too many events at once, or the folder is gone: the corpus has to be compared.
        watcher.Error += (_, _) => Signal(lost: true);
        watchers.Add(watcher);
        watcher.EnableRaisingEvents = true;
    }

    private void Signal(bool lost)
    {
        if (lost)
            isLost = true;
        changes.Writer.TryWrite(true);
    }

    private void StopListening()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
        watchers.Clear();
    }
}
