using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Index;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Talks;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchNotes.Querying;

/// <summary>One commit, opened, with everything that is computed from it once. Searches hold on to it while they run, so that
/// it closes only when the last has ended.</summary>
internal sealed class Snapshot
{
    private readonly LuceneDirectory directory;
    private readonly ConcurrentBag<TermReader> termReaders = [];
    private readonly ConcurrentBag<DocScores> scores = [];
    private readonly Lazy<FieldLengths>[] lengths;
    private readonly Lazy<Columns> columns;
    private readonly Lazy<Vocabulary> vocabulary;
    private readonly Lazy<(Names Speakers, Names Tags, Names Events)> names;

    /// <summary>Takes over an open reader.</summary>
    public Snapshot(LuceneDirectory directory, DirectoryReader reader, CommitRecord record)
    {
        (this.directory, Reader, Record) = (directory, reader, record);
        lengths = Array.ConvertAll(TextField.All, field => new Lazy<FieldLengths>(() => FieldLengths.Read(reader, field)));
        columns = new Lazy<Columns>(() => new Columns(reader));
        vocabulary = new Lazy<Vocabulary>(() => Vocabulary.Read(Leaves));
        names = new(() => (new Names(Columns.Speakers, Columns.Live), new Names(Columns.Tags, Columns.Live), new Names(Columns.Events, Columns.Live)));
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
    public Columns Columns => columns.Value;

    /// <summary>All words.</summary>
    public Vocabulary Vocabulary => vocabulary.Value;

    /// <summary>Names by their words.</summary>
    public (Names Speakers, Names Tags, Names Events) NamesOf => names.Value;

    /// <summary>Other forms of words.</summary>
    public WordForms Forms { get; }

    /// <summary>The talks themselves.</summary>
    public TalkStore Talks { get; }

    /// <summary>Lengths of a field, by its number in <see cref="TextField.All"/>.</summary>
    public FieldLengths Lengths(int field) => lengths[field].Value;

    /// <summary>Borrows a term reader.</summary>
    public TermReader BorrowTerms() => termReaders.TryTake(out var reader) ? reader : new TermReader(Leaves);

    /// <summary>Gives it back.</summary>
    public void ReturnTerms(TermReader reader)
    {
        reader.CloseAll();
        termReaders.Add(reader);
    }

    /// <summary>Borrows an empty array of scores.</summary>
    public DocScores BorrowScores() => scores.TryTake(out var borrowed) ? borrowed : new DocScores(MaxDoc);

    /// <summary>Gives it back, emptied.</summary>
    public void ReturnScores(DocScores borrowed)
    {
        borrowed.Clear();
        scores.Add(borrowed);
    }

    /// <summary>Computes what a first search would wait for.</summary>
    public void WarmUp()
    {
        _ = Columns;
        _ = Vocabulary;
        _ = NamesOf;
        for (var field = 0; field < lengths.Length; field++) _ = Lengths(field);
    }

    /// <summary>Keeps it open; false when it has been closed already.</summary>
    public bool TryHold() => Reader.TryIncRef();

    /// <summary>Lets go of it.</summary>
    public void Release() => Reader.DecRef();

    /// <summary>Lets go of it for good, when another has taken its place.</summary>
    public void Retire(bool keepDirectory)
    {
        Reader.DecRef();
        if (!keepDirectory) directory.Dispose();
    }

    /// <summary>The folder it was opened in.</summary>
    public LuceneDirectory Directory => directory;
}

/// <summary>What is known of each document besides its text, as arrays by document.</summary>
internal sealed class Columns
{
    private readonly bool[] isPost;

    /// <summary>Reads them.</summary>
    public Columns(DirectoryReader reader)
    {
        Speakers = FacetColumn.Read(reader, Schema.SpeakerFacet, KeyOfName);
        Tags = FacetColumn.Read(reader, Schema.TagFacet, KeyOfTag);
        Events = FacetColumn.Read(reader, Schema.EventFacet, KeyOfName);
        Years = FacetColumn.Read(reader, Schema.YearFacet, static year => year);
        Kinds = FacetColumn.Read(reader, Schema.KindFacet, static kind => kind);
        Languages = FacetColumn.Read(reader, Schema.LanguageFacet, static language => language);
        Days = new int[reader.MaxDoc];
        Holds = new Holding[reader.MaxDoc];
        Posts = new int[reader.MaxDoc];
        Order = new int[reader.MaxDoc];
        Live = new bool[reader.MaxDoc];
        isPost = new bool[reader.MaxDoc];
        var post = Array.IndexOf(Kinds.Names, ((int)TalkKind.Post).ToString(CultureInfo.InvariantCulture));
        for (var doc = 0; doc < isPost.Length; doc++) isPost[doc] = Kinds.Of(doc) is [var kind, ..] && kind == post;
        ReadNumbers(reader);
    }

    /// <summary>One person or event: spellings with the same slug.</summary>
    public static string KeyOfName(string name) => Slug.Make(name) is { Length: > 0 } slug ? slug : name;

    /// <summary>One tag: C and C# share a slug, so only case does not matter.</summary>
    public static string KeyOfTag(string tag) => tag.ToLowerInvariant();

    public FacetColumn Speakers { get; }

    public FacetColumn Tags { get; }

    public FacetColumn Events { get; }

    public FacetColumn Years { get; }

    public FacetColumn Kinds { get; }

    public FacetColumn Languages { get; }

    /// <summary>Days since 0001-01-01; 0 for undated documents.</summary>
    public int[] Days { get; }

    /// <summary>What each document holds.</summary>
    public Holding[] Holds { get; }

    /// <summary>A number for each post.</summary>
    public int[] Posts { get; }

    /// <summary>The documents' rank by id: the last tie-break, the same after every merge.</summary>
    public int[] Order { get; }

    /// <summary>Whether a document is no talk.</summary>
    public bool IsPost(int doc) => isPost[doc];

    /// <summary>False for deleted documents.</summary>
    public bool[] Live { get; }

    private void ReadNumbers(DirectoryReader reader)
    {
        var posts = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new string[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var (atomic, start) = (leaf.AtomicReader, leaf.DocBase);
            var (day, holds) = (atomic.GetNumericDocValues(Schema.Day), atomic.GetNumericDocValues(Schema.Holds));
            var (post, key) = (atomic.GetSortedDocValues(Schema.PostKey), atomic.GetSortedDocValues(Schema.Key));
            var live = atomic.LiveDocs;
            var bytes = new Lucene.Net.Util.BytesRef();
            for (var doc = 0; doc < atomic.MaxDoc; doc++)
            {
                Live[start + doc] = live is null || live.Get(doc);
                Days[start + doc] = (int)day.Get(doc);
                Holds[start + doc] = (Holding)holds.Get(doc);
                post.Get(doc, bytes);
                var postId = bytes.Utf8ToString();
                if (!posts.TryGetValue(postId, out var number)) posts[postId] = number = posts.Count;
                Posts[start + doc] = number;
                key.Get(doc, bytes);
                keys[start + doc] = bytes.Utf8ToString();
            }
        }

        var byKey = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, byKey, StringComparer.Ordinal);
        for (var rank = 0; rank < byKey.Length; rank++) Order[byKey[rank]] = rank;
        PostCount = posts.Count;
    }

    /// <summary>How many posts there are.</summary>
    public int PostCount { get; private set; }
}
