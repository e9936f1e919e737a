using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Serving;

/// <summary>Scores nothing by meaning, because its model cannot be used.</summary>
/// <param name="problem">Why not.</param>
internal sealed class UnavailableScorer(string problem) : ISemanticScorer
{
    /// <inheritdoc/>
    public long Version => 0;

    /// <inheritdoc/>
    public SemanticStatus Status => new(0, 0, problem);

    /// <inheritdoc/>
    public float[]? Similarities(string query, IReadOnlyList<string> ids) => null;

    /// <inheritdoc/>
    public void Update(IEnumerable<StoredTalk> documents, CancellationToken cancel)
    {
        // Nothing can be prepared.
    }
}
