using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Candidates;

/// <summary>One generation of the documents that another engine holds. It does not change. Thread-safe.</summary>
/// <remarks>All methods throw <see cref="SearchNotesException"/> with <see cref="Fault.Unreachable"/> when the other engine does not
/// answer.</remarks>
internal interface IRemoteGeneration
{
    /// <summary>Words, names and averages.</summary>
    Collection Collection { get; }

    /// <summary>Counts the documents that meet each condition.</summary>
    CountAnswer Count(IReadOnlyList<Condition> conditions, Deadline deadline);

    /// <summary>Finds the best documents of a query.</summary>
    CandidateAnswer Find(CandidateQuery query, Deadline deadline);

    /// <summary>Returns the documents with a key, in any order.</summary>
    /// <param name="field"><see cref="Indexing.Schema.Id"/>, <see cref="Indexing.Schema.Post"/> or
    /// <see cref="Indexing.Schema.FormerId"/>.</param>
    /// <param name="key">The key.</param>
    IReadOnlyList<CandidateTalk> WithKey(string field, string key);

    /// <summary>Returns the ids of all talks, posts left out, in their order.</summary>
    IReadOnlyList<string> TalkIds();
}

/// <summary>Numbers of documents.</summary>
/// <param name="Counts">The number for each condition.</param>
/// <param name="IsPartial">Whether a part of the other engine did not answer in time, so that numbers may be too low.</param>
internal sealed record CountAnswer(IReadOnlyList<int> Counts, bool IsPartial);

/// <summary>The documents that another engine holds, generation after generation. Thread-safe.</summary>
internal interface IRemoteIndex : IDisposable
{
    /// <summary>The generation that new searches use.</summary>
    IRemoteGeneration Current { get; }

    /// <summary>Switches to a newer generation if there is one.</summary>
    /// <returns>Whether it switched.</returns>
    /// <exception cref="SearchNotesException">The other engine does not answer, or the newer generation cannot be read.</exception>
    bool Refresh();

    /// <summary>Checks that the other engine holds what the current generation should hold.</summary>
    /// <exception cref="SearchNotesException">It does not.</exception>
    void Check();
}
