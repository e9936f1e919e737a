using System.Collections.Concurrent;
using Lucene.Net.Index;
using SearchNotes.Indexing;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Querying.Snapshots;

/// <summary>One commit, opened, with everything that is computed from it once. Searches hold on to it while they run, so that
/// it closes only when the last has ended.</summary>
internal sealed class Snapshot
{
    private readonly LuceneDirectory directory;
    private readonly ConcurrentBag<TermReader> termReaders = [];
    private readonly ConcurrentBag<DocScores> scores = [];
    private readonly ConcurrentBag<DocCounts> counts = [];
    private readonly Lazy<FieldLengths>[] lengths;
    private readonly Lazy<(NameCompletion Speakers, NameCompletion Tags, NameCompletion Events)> names;

    /// <summary>Takes over an open reader.</summary>
    public Snapshot(LuceneDirectory directory, DirectoryReader reader, CommitRecord record)
    {
        (this.directory, Reader, Record) = (directory, reader, record);
        lengths = Array.ConvertAll(TextField.All, field => new Lazy<FieldLengths>(() => FieldLengths.Read(reader, field)));
        DocumentValues = new DocumentValues(reader);
        Vocabulary = new Vocabulary(Leaves);
        names = new(() =>
            (new NameCompletion(DocumentValues.Speakers, DocumentValues.Live), new NameCompletion(DocumentValues.Tags, DocumentValues.Live),
                new NameCompletion(DocumentValues.Events, DocumentValues.Live)));
        Forms = new WordForms(Leaves);
        Talks = new TalkStore(reader);
        Bytes = reader.IndexCommit.FileNames.Sum(directory.FileLength);
    }

    /// <summary>Lucene's reader.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>What the commit says of itself.</summary>
    public CommitRecord Record { get; }

    /// <summary>Number of the commit.</summary>
    public long Generation => Reader.IndexCommit.Generation;

    /// <summary>Its segments.</summary>
    public IReadOnlyList<AtomicReaderContext> Leaves => (IReadOnlyList<AtomicReaderContext>)Reader.Leaves;

    /// <summary>Documents, deleted ones counted: the size of every array by document.</summary>
    public int MaxDoc => Reader.MaxDoc;

    /// <summary>Size of the commit's files in bytes, as it was when it was opened.</summary>
    public long Bytes { get; }

    /// <summary>Facets, dates and keys by document.</summary>
    public DocumentValues DocumentValues { get; }

    /// <summary>All words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Names by their words.</summary>
    public (NameCompletion Speakers, NameCompletion Tags, NameCompletion Events) NameCompletions => names.Value;

    /// <summary>Other forms of words.</summary>
    public WordForms Forms { get; }

    /// <summary>Words that were looked up lately.</summary>
    public ResolvedWordCache ResolvedWords { get; } = new();

    /// <summary>The talks themselves.</summary>
    public TalkStore Talks { get; }

    /// <summary>Lengths of a field, by its number in <see cref="TextField.All"/>.</summary>
    public FieldLengths Lengths(int field) => lengths[field].Value;

    /// <summary>Borrows a term reader.</summary>
    public TermReader RentTerms() => termReaders.TryTake(out var reader) ? reader : new TermReader(Leaves);

    /// <summary>Gives it back.</summary>
    public void ReturnTerms(TermReader reader)
    {
        reader.CloseAll();
        termReaders.Add(reader);
    }

    /// <summary>Borrows an empty array of scores.</summary>
    public DocScores RentScores() => scores.TryTake(out var borrowed) ? borrowed : new DocScores(MaxDoc);

    /// <summary>Gives it back, emptied.</summary>
    public void ReturnScores(DocScores borrowed)
    {
        borrowed.Clear();
        scores.Add(borrowed);
    }

    /// <summary>Borrows an empty array of counts.</summary>
    public DocCounts RentCounts() => counts.TryTake(out var borrowed) ? borrowed : new DocCounts(MaxDoc);

    /// <summary>Gives it back, emptied.</summary>
    public void ReturnCounts(DocCounts borrowed)
    {
        borrowed.Clear();
        counts.Add(borrowed);
    }

    /// <summary>Computes what a first search would wait for.</summary>
    public void WarmUp()
    {
        DocumentValues.WarmUp();
        Vocabulary.WarmUp();
        _ = NameCompletions;
        for (var field = 0; field < lengths.Length; field++)
            _ = Lengths(field);
    }

    /// <summary>Keeps it open; false when it has been closed already.</summary>
    public bool TryAcquire() => Reader.TryIncRef();

    /// <summary>Lets go of it.</summary>
    public void Release() => Reader.DecRef();

    /// <summary>Lets go of it for good, when another has taken its place.</summary>
    public void Retire(bool keepDirectory)
    {
        Reader.DecRef();
        if (!keepDirectory)
            directory.Dispose();
    }

    /// <summary>The folder it was opened in.</summary>
    public LuceneDirectory Directory => directory;
}
