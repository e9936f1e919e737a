using System.Collections.Concurrent;
using Lucene.Net.Index;
using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Querying.Snapshots;

/// <summary>An open commit with all data that is computed from it once. Searches acquire it while they run, so it closes only when the last
/// search has released it.</summary>
internal sealed class Snapshot
{
    private readonly LuceneDirectory? directory;
    private readonly ConcurrentBag<TermReader> termReaders = [];
    private readonly ConcurrentBag<DocScores> scores = [];
    private readonly ConcurrentBag<DocCounts> counts = [];
    private readonly Lazy<FieldLengths>[] lengths;
    private readonly Lazy<(NameCompletion Speakers, NameCompletion Tags, NameCompletion Events)> names;
    private SynonymTable? synonyms;
    private string[]? ids;

    /// <summary>Creates a snapshot that owns an open reader.</summary>
    public Snapshot(LuceneDirectory directory, DirectoryReader reader, CommitRecord record)
    {
        (this.directory, Reader, Record) = (directory, reader, record);
        lengths = Array.ConvertAll(TextField.All, field => new Lazy<FieldLengths>(() => FieldLengths.Read(reader, field)));
        DocumentValues = new DocumentValues(reader);
        Vocabulary = new Vocabulary(Leaves);
        names = new(() => (NamesOf(Facet.Speaker), NamesOf(Facet.Tag), NamesOf(Facet.Event)));
        Forms = new WordForms(Leaves);
        Derivations = new Derivations(Vocabulary);
        Talks = TalkStore.Of(reader);
        Generation = reader.IndexCommit.Generation;
        Bytes = reader.IndexCommit.FileNames.Sum(directory.FileLength);
    }

    /// <summary>Creates a snapshot of some documents of a collection. They are scored as in the whole collection.</summary>
    /// <param name="reader">The documents.</param>
    /// <param name="values">Their doc values.</param>
    /// <param name="talks">Their talks.</param>
    /// <param name="collection">The collection.</param>
    public Snapshot(IndexReader reader, DocumentValues values, TalkStore talks, CollectionView collection)
    {
        (Reader, DocumentValues, Talks, Collection) = (reader, values, talks, collection);
        var whole = collection.Collection;
        lengths = [.. TextField.All.Select((field, i) =>
            new Lazy<FieldLengths>(() => FieldLengths.Read(reader, field, whole.AverageLengths[i])))];
        (Record, Vocabulary, Forms, Derivations) = (whole.Record, whole.Vocabulary, whole.Forms, whole.Derivations);
        names = whole.NameCompletions;
        (Generation, Bytes) = (whole.Generation, whole.Bytes);
    }

    /// <summary>Lucene's reader.</summary>
    public IndexReader Reader { get; }

    /// <summary>The collection that the documents are some of; <see langword="null"/> when they are all.</summary>
    public CollectionView? Collection { get; }

    /// <summary>Number of documents of the collection, without deleted ones.</summary>
    public int Documents => Collection?.Collection.Record.Documents ?? Reader.NumDocs;

    /// <summary>User data of the commit.</summary>
    public CommitRecord Record { get; }

    /// <summary>Generation of the commit.</summary>
    public long Generation { get; }

    /// <summary>Segments of the index.</summary>
    public IReadOnlyList<AtomicReaderContext> Leaves => (IReadOnlyList<AtomicReaderContext>)Reader.Leaves;

    /// <summary>Number of documents, including deleted ones: the size of every array by document.</summary>
    public int MaxDoc => Reader.MaxDoc;

    /// <summary>Size of the commit's files in bytes, measured when it was opened.</summary>
    public long Bytes { get; }

    /// <summary>Doc values: facets, dates and keys per document.</summary>
    public DocumentValues DocumentValues { get; }

    /// <summary>The id of each document.</summary>
    public IReadOnlyList<string> Ids => ids ??= DocumentValues.Ids;

    /// <summary>All words of the index.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Completion of speakers, tags and events.</summary>
    public (NameCompletion Speakers, NameCompletion Tags, NameCompletion Events) NameCompletions => names.Value;

    /// <summary>Inflected forms of words.</summary>
    public WordForms Forms { get; }

    /// <summary>Words derived from the same root.</summary>
    public Derivations Derivations { get; }

    /// <summary>Words that stand for others.</summary>
    public SynonymTable Synonyms => synonyms ??= SynonymTable.Of(Record.Synonyms);

    /// <summary>Cache of recently resolved words.</summary>
    public ResolvedWordCache ResolvedWords { get; } = new();

    /// <summary>Stored talks.</summary>
    public TalkStore Talks { get; }

    /// <summary>Returns the lengths of a field, by its index in <see cref="TextField.All"/>.</summary>
    public FieldLengths Lengths(int field) => lengths[field].Value;

    /// <summary>Rents a term reader.</summary>
    public TermReader RentTerms() => termReaders.TryTake(out var reader) ? reader : new TermReader(Leaves);

    /// <summary>Returns a term reader to the pool.</summary>
    public void ReturnTerms(TermReader reader)
    {
        reader.CloseAll();
        termReaders.Add(reader);
    }

    /// <summary>Rents an empty set of scores.</summary>
    public DocScores RentScores() => scores.TryTake(out var rented) ? rented : new DocScores(MaxDoc);

    /// <summary>Clears scores and returns them to the pool.</summary>
    public void ReturnScores(DocScores rented)
    {
        rented.Clear();
        scores.Add(rented);
    }

    /// <summary>Rents an empty set of counts.</summary>
    public DocCounts RentCounts() => counts.TryTake(out var rented) ? rented : new DocCounts(MaxDoc);

    /// <summary>Clears counts and returns them to the pool.</summary>
    public void ReturnCounts(DocCounts rented)
    {
        rented.Clear();
        counts.Add(rented);
    }

    /// <summary>Loads the data that the first search would otherwise load.</summary>
    public void WarmUp()
    {
        DocumentValues.WarmUp();
        Vocabulary.WarmUp();
        _ = NameCompletions;
        for (var field = 0; field < lengths.Length; field++)
            _ = Lengths(field);
    }

    /// <summary>Acquires the snapshot for a search; returns false when it is already closed.</summary>
    public bool TryAcquire() => Reader.TryIncRef();

    /// <summary>Releases the snapshot after a search.</summary>
    public void Release() => Reader.DecRef();

    /// <summary>Releases the snapshot after another one has replaced it, and closes the directory unless it is still in use.</summary>
    public void Retire(bool keepDirectory)
    {
        Reader.DecRef();
        if (!keepDirectory)
            directory?.Dispose();
    }

    /// <summary>Directory in which the commit was opened; <see langword="null"/> for documents that came from elsewhere.</summary>
    public LuceneDirectory? Directory => directory;

    private NameCompletion NamesOf(Facet facet) => NameCompletion.Of(facet, DocumentValues);
}
