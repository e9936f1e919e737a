using SearchNotes.Indexing;

namespace SearchNotes.Querying;

/// <summary>Scores documents by how similar in meaning they are to a query. Implemented outside of the engine. Thread-safe.</summary>
public interface ISemanticScorer
{
    /// <summary>Number of the state of the scores. It changes whenever the scores of a query may have changed.</summary>
    long Version { get; }

    /// <summary>How many documents can be scored so far.</summary>
    SemanticStatus Status { get; }

    /// <summary>Returns the similarity of each document to a query, from -1 to 1; NaN for documents that cannot be scored yet.</summary>
    /// <param name="query">The query, in plain words.</param>
    /// <param name="ids">The ids of the documents: for one state of the index always the same list.</param>
    /// <returns><see langword="null"/> when no document can be scored.</returns>
    float[]? Similarities(string query, IReadOnlyList<string> ids);

    /// <summary>Prepares the scoring of documents. Returns when all of them can be scored.</summary>
    /// <param name="documents">All documents of the index.</param>
    /// <param name="cancel">Stops the work; what is prepared so far is kept.</param>
    void Update(IEnumerable<StoredTalk> documents, CancellationToken cancel);
}

/// <summary>How far the preparation for scoring by meaning is.</summary>
/// <param name="Passages">Number of passages of all documents.</param>
/// <param name="Encoded">Number of passages that can be scored.</param>
/// <param name="Problem">What went wrong, as a sentence; <see langword="null"/> when nothing did.</param>
public sealed record SemanticStatus(int Passages, int Encoded, string? Problem = null);
