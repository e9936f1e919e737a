using SearchNotes.Highlighting;
using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>Answers queries over an index, whichever engine holds it. Thread-safe.</summary>
/// <remarks>Members throw <see cref="SearchNotesException"/> when the index is damaged (<see cref="Fault.DamagedIndex"/>) or its cluster
/// does not answer (<see cref="Fault.Unreachable"/>).</remarks>
public interface ITalkSearcher : IDisposable
{
    /// <summary>Number of the generation that is being searched.</summary>
    long Generation { get; }

    /// <summary>Time at which that generation was made.</summary>
    DateTimeOffset BuiltAt { get; }

    /// <summary>Searches the index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page or page size is out of range. No query text causes an exception.</exception>
    SearchResult Search(SearchRequest request, CancellationToken cancel = default);

    /// <summary>Returns as-you-type suggestions.</summary>
    /// <param name="typed">The text typed so far.</param>
    /// <param name="limit">Maximum number of entries per list, 1 to 20. Default 5.</param>
    /// <param name="budget">Time limit; when it runs out, the suggestions found so far are returned. Default one second.</param>
    /// <param name="cancel">Cancels the work.</param>
    Suggestions Suggest(string typed, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default);

    /// <summary>Returns talks similar to a talk, best first; empty when the id is unknown.</summary>
    /// <param name="id">The id of the talk.</param>
    /// <param name="limit">Maximum number of talks. Default 5.</param>
    /// <param name="budget">Time limit; when it runs out, the talks found so far are returned. Default one second.</param>
    /// <param name="cancel">Cancels the work.</param>
    IReadOnlyList<TalkHit> Related(string id, int limit = 5, TimeSpan? budget = null, CancellationToken cancel = default);

    /// <summary>Returns the document with an id, or <see langword="null"/> when there is none.</summary>
    StoredTalk? Find(string id);

    /// <summary>Returns the id of the document that holds what a talk with this id once began with, or <see langword="null"/> when no talk
    /// had it.</summary>
    /// <param name="formerId">An id that no document has any more.</param>
    string? IdOfFormer(string formerId);

    /// <summary>Returns all documents of a post in file order.</summary>
    /// <param name="postId">The post's part of the document ids.</param>
    IReadOnlyList<StoredTalk> DocumentsOfPost(string postId);

    /// <summary>Returns all speakers, sorted by name.</summary>
    IReadOnlyList<NamedCount> Speakers();

    /// <summary>Returns all tags, most used first.</summary>
    IReadOnlyList<NamedCount> Tags();

    /// <summary>Returns all events that have talks, newest first.</summary>
    IReadOnlyList<NamedCount> Events();

    /// <summary>Returns the pages that the whole query of a search means: the blog's best bets for it, and the names that it is. They
    /// belong above the first page of hits, so there are none for the other pages.</summary>
    QueryPages PagesOf(SearchRequest request);

    /// <summary>Returns the passages of a talk in runs, with the words of a query flagged.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="query">The query as typed.</param>
    IReadOnlyList<IReadOnlyList<Run>> Mark(StoredTalk talk, string query);

    /// <summary>Returns the ids of all talks, posts left out, in the order of the ids.</summary>
    IReadOnlyList<string> TalkIds();

    /// <summary>Returns statistics of the index, such as its size and its number of talks.</summary>
    IndexStats Stats();

    /// <summary>Returns a searcher that is pinned to the current generation. It stays valid until it is disposed, even when this searcher
    /// switches to a newer generation or is disposed first.</summary>
    /// <exception cref="ObjectDisposedException">This searcher is disposed.</exception>
    ITalkSearcher Pin();

    /// <summary>Switches to a newer generation if there is one. Cheap when there is none. A pinned searcher never switches.</summary>
    /// <returns>Whether it switched.</returns>
    /// <exception cref="SearchNotesException">The newer generation cannot be read. Searches continue on the old one.</exception>
    bool Refresh();

    /// <summary>Verifies that the index is whole.</summary>
    /// <exception cref="SearchNotesException">It is damaged.</exception>
    void CheckIntegrity(CancellationToken cancel = default);

    /// <summary>Loads the data that the first search would otherwise have to wait for.</summary>
    void WarmUp();
}
