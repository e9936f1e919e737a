using SearchNotes.Indexing;
using SearchNotes.Posts;

namespace SearchNotes.Querying;

/// <summary>An engine that holds an index: in a folder of this machine, or in a cluster.</summary>
public interface ISearchEngine
{
    /// <summary>Whether several machines may share the index. Then a server reindexes only when it is asked to.</summary>
    bool IsShared { get; }

    /// <summary>Runs of all servers over the index; <see langword="null"/> where the index belongs to one machine.</summary>
    ISharedRuns? Runs { get; }

    /// <summary>Opens the newest generation of the index.</summary>
    /// <exception cref="SearchNotesException">There is no index, it is damaged or has another schema, or its cluster does not
    /// answer.</exception>
    ITalkSearcher Open();

    /// <summary>Creates the writer of the index. Does not read anything yet.</summary>
    /// <param name="corpus">The posts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="threads">Number of posts read and split in parallel; <see langword="null"/> for the number of processors.</param>
    Reindexer Reindexer(Corpus corpus, TimeProvider time, int? threads = null);
}

/// <summary>The engine that keeps its index in a folder.</summary>
/// <param name="indexFolder">The index folder.</param>
/// <param name="semantic">Scores by meaning; <see langword="null"/> to rank by words alone.</param>
public sealed class EmbeddedEngine(string indexFolder, ISemanticScorer? semantic = null) : ISearchEngine
{
    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    public ISharedRuns? Runs => null;

    /// <inheritdoc/>
    public ITalkSearcher Open() => TalkSearcher.Open(indexFolder, semantic);

    /// <inheritdoc/>
    public Reindexer Reindexer(Corpus corpus, TimeProvider time, int? threads = null) =>
        new(corpus, indexFolder, time) { Threads = threads ?? Environment.ProcessorCount };
}
