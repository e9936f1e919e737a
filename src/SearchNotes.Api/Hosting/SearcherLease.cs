using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>The index in the hands of one request.</summary>
/// <param name="searcher">To search with, until this is disposed.</param>
/// <param name="stamp">Which commit it was when it was lent.</param>
/// <param name="giveBack">Called once, at the end.</param>
internal sealed class SearcherLease(TalkSearcher searcher, IndexVersion stamp, Action giveBack) : IDisposable
{
    private Action? giveBack = giveBack;

    public TalkSearcher Searcher { get; } = searcher;

    public IndexVersion Version { get; } = stamp;

    public void Dispose() => Interlocked.Exchange(ref giveBack, null)?.Invoke();
}
