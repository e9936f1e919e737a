using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>Answers queries over an index. The reading half of the tour. Safe for many threads.</summary>
public sealed class TalkSearcher : IDisposable
{
    /// <summary>Opens the newest good commit of an index folder.</summary>
    /// <exception cref="SearchNotesException">No index, damaged, other schema.</exception>
    public static TalkSearcher Open(string indexFolder) => throw new NotImplementedException(indexFolder);

    /// <summary>Number of the commit that answers now.</summary>
    public long Generation => throw new NotImplementedException();

    /// <summary>Switches to a newer commit where there is one; cheap when there is none.</summary>
    /// <returns>Whether it switched.</returns>
    public bool Refresh() => throw new NotImplementedException();

    /// <summary>Reads every file of the index and compares checksums.</summary>
    /// <exception cref="SearchNotesException">A file is damaged.</exception>
    public void CheckIntegrity(CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Searches. No query throws; a wrong page size does.</summary>
    public SearchResult Search(SearchRequest request, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The query in a normal form: equal for queries that get equal answers (spaces, case of operators). For cache keys.</summary>
    public static string Normalise(string query) => throw new NotImplementedException();

    /// <summary>Answers letters as they are typed.</summary>
    public Suggestions Suggest(string typed, int limit = 5, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The document of an id, or <see langword="null"/>.</summary>
    public StoredTalk? Find(string id) => throw new NotImplementedException();

    /// <summary>All documents of a post in the order of the file, by the post's part of the id.</summary>
    public IReadOnlyList<StoredTalk> OfPost(string postId) => throw new NotImplementedException();

    /// <summary>Talks like this one, best first; empty when the id is unknown.</summary>
    public IReadOnlyList<TalkHit> Related(string id, int limit = 5, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>All speakers by name.</summary>
    public IReadOnlyList<NamedCount> Speakers() => throw new NotImplementedException();

    /// <summary>All tags, most used first.</summary>
    public IReadOnlyList<NamedCount> Tags() => throw new NotImplementedException();

    /// <summary>All events, newest first.</summary>
    public IReadOnlyList<NamedCount> Events() => throw new NotImplementedException();

    /// <summary>What the index holds.</summary>
    public IndexStats Stats() => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
