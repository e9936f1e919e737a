using System.Threading.Channels;
using SearchNotes.Posts;

namespace SearchNotes.Api.Reindexing;

/// <summary>Hears that something happened below a folder, or to the folder itself. A hint, not a record: events get lost.</summary>
/// <remarks>A watch goes by the folder, not by its name: of a folder that was moved away it hears on, and nothing of the one
/// in its place. So the parent is watched too, for the name, and <see cref="Listen"/> begins anew.</remarks>
/// <param name="folder">The folder.</param>
/// <param name="limit">The folder that it must not lead out of, if it is a link; <see langword="null"/> where it may lead anywhere.</param>
internal sealed class FolderEvents(string folder, string? limit = null) : IDisposable
{
    private readonly string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly Channel<bool> heard =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> watchers = [];
    private volatile bool isLost;

    /// <summary>Whether the folder itself came, went or broke, so that <see cref="Listen"/> should be called again.</summary>
    public bool IsLost => isLost;

    /// <summary>Begins to listen, or begins anew.</summary>
    /// <exception cref="IOException">The system has no watches left, or the folder is gone.</exception>
    public void Listen()
    {
        StopListening();
        if (Path.GetDirectoryName(path) is { } parent && Directory.Exists(parent))
            Watch(parent, isParent: true);
        isLost = !Directory.Exists(path);
        if (isLost)
            return;
        if (limit is not null && !CorpusClone.Holds(limit, path))
            return;
        // Of a link the target is watched; the parent hears when the link is turned.
        Watch(new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path, isParent: false);
    }

    /// <summary>Waits until something happens.</summary>
    /// <returns>Whether it did; false when the time ran out.</returns>
    public async Task<bool> WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await heard.Reader.ReadAsync(either.Token);
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
        watcher.Created += (_, _) => Hear(isParent);
        watcher.Changed += (_, _) => Hear(isParent);
        watcher.Deleted += (_, _) => Hear(isParent);
        watcher.Renamed += (_, _) => Hear(isParent);
        // Too many events at once, or the folder is gone: what happened has to be looked up.
        watcher.Error += (_, _) => Hear(lost: true);
        watchers.Add(watcher);
        watcher.EnableRaisingEvents = true;
    }

    private void Hear(bool lost)
    {
        if (lost)
            isLost = true;
        heard.Writer.TryWrite(true);
    }

    private void StopListening()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
        watchers.Clear();
    }
}
