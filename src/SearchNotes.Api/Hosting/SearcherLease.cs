using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>A lease of the index, held by one request and released by <see cref="Dispose"/>.</summary>
/// <param name="searcher">The searcher, valid until the lease is disposed.</param>
/// <param name="version">The version when the lease was acquired.</param>
/// <param name="release">Called once, when the lease is disposed.</param>
internal sealed class SearcherLease(TalkSearcher searcher, IndexVersion version, Action release) : IDisposable
{
    private Action? release = release;

    public TalkSearcher Searcher { get; } = searcher;

    public IndexVersion Version { get; } = version;

    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}
