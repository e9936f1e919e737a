using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>A lease of the index, held by one request and released by <see cref="Dispose"/>.</summary>
/// <param name="owner">The open index.</param>
/// <param name="searcher">The searcher, pinned to the current commit.</param>
/// <param name="version">The version of its answers.</param>
internal sealed class SearcherLease(ITalkSearcher owner, ITalkSearcher searcher, IndexVersion version) : IDisposable
{
    /// <summary>The searcher, valid until the lease is disposed.</summary>
    public ITalkSearcher Searcher { get; } = searcher;

    /// <summary>The version of the searcher's answers.</summary>
    public IndexVersion Version { get; } = version;

    /// <summary>Returns whether the lease is one of an open index.</summary>
    public bool IsOf(ITalkSearcher open) => ReferenceEquals(owner, open);

    /// <inheritdoc/>
    public void Dispose() => Searcher.Dispose();
}
