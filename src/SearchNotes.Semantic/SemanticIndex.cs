using System.Diagnostics;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Semantic.Model;
using SearchNotes.Semantic.Vectors;

namespace SearchNotes.Semantic;

/// <summary>Scores documents by the vectors of their passages, which lie in a file beside the index. Thread-safe.</summary>
public sealed class SemanticIndex : ISemanticScorer, IDisposable
{
    /// <summary>Name of the file of vectors in the index folder.</summary>
    public const string VectorFileName = "passages.vectors";

    /// <summary>Number of queries whose vectors are kept.</summary>
    private const int CachedQueries = 4096;

    /// <summary>Time between two states while passages are encoded. Each new state makes the answers in caches outdated.</summary>
    private static readonly TimeSpan PublishInterval = TimeSpan.FromSeconds(5);

    private readonly SentenceEncoder encoder;
    private readonly BoundedCache<string, PassageVector> queries = new(CachedQueries);
    private readonly Lock updating = new();
    private readonly VectorStore store;
    private volatile DocumentVectors documents = new(0, new Dictionary<string, PassageVector[]>());
    private volatile SemanticStatus status = new(0, 0);

    private SemanticIndex(SentenceEncoder encoder, VectorStore store) => (this.encoder, this.store) = (encoder, store);

    /// <inheritdoc/>
    public long Version => documents.Version;

    /// <inheritdoc/>
    public SemanticStatus Status => status with { Problem = store.Problem };

    /// <summary>Opens the vectors of an index.</summary>
    /// <param name="modelFile">The file of the model.</param>
    /// <param name="indexFolder">The index folder.</param>
    /// <exception cref="SearchNotesException">The model is missing or cannot be used. Vectors that cannot be read are no reason: they are
    /// encoded again.</exception>
    public static SemanticIndex Open(string modelFile, string indexFolder)
    {
        var encoder = ModelFile.Read(modelFile);
        var file = Path.Combine(Path.GetFullPath(indexFolder), VectorFileName);
        return new SemanticIndex(encoder, new VectorStore(file, encoder.Hash, encoder.Dimensions));
    }

    /// <inheritdoc/>
    public float[]? Similarities(string query, IReadOnlyList<string> ids)
    {
        var current = documents;
        if (current.Version == 0)
            return null;
        if (!queries.TryGet(query, out var vector))
        {
            vector = PassageVector.Of(encoder.EncodeQuery(query));
            queries.Add(query, vector);
        }

        return current.Similarities(vector, ids);
    }

    /// <inheritdoc/>
    public void Update(IEnumerable<StoredTalk> documents, CancellationToken cancel)
    {
        lock (updating)
        {
            var update = new VectorUpdate(store);
            foreach (var document in documents)
            {
                cancel.ThrowIfCancellationRequested();
                update.Add(document);
            }

            Publish(update);
            if (update.Missing > 0)
                Encode(update, documents, cancel);
            store.DropUnused(update.Keys);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (updating)
            store.Dispose();
    }

    private void Encode(VectorUpdate update, IEnumerable<StoredTalk> documents, CancellationToken cancel)
    {
        var published = Stopwatch.GetTimestamp();
        foreach (var document in documents.Where(update.IsIncomplete))
        {
            foreach (var text in PassageTexts.Of(document))
            {
                cancel.ThrowIfCancellationRequested();
                if (store.TryGet(PassageKey.Of(text), out _))
                    continue;
                var started = Stopwatch.GetTimestamp();
                store.Add(PassageKey.Of(text), PassageVector.Of(encoder.EncodePassage(text)));
                // On a single core, searches get at least half of the time.
                if (Environment.ProcessorCount == 1)
                    cancel.WaitHandle.WaitOne(Stopwatch.GetElapsedTime(started));
            }

            update.Complete(document);
            status = update.Status;
            if (Stopwatch.GetElapsedTime(published) < PublishInterval)
                continue;
            Publish(update);
            published = Stopwatch.GetTimestamp();
        }

        Publish(update);
    }

    private void Publish(VectorUpdate update)
    {
        store.Flush();
        status = update.Status;
        documents = new DocumentVectors(documents.Version + 1, update.Snapshot());
    }
}
