using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>Lucene.Net as its tutorial has it: four analysed fields, a query of them all, stored fields of the ten best; where
/// nothing is found, once more with typos allowed. No splitting, no facets, no highlights.</summary>
internal sealed class BareLucene : IEngine
{
    private static readonly (string Field, float Boost)[] Fields = [("title", 4f), ("speakers", 3f), ("topics", 2f), ("body", 1f)];

    private readonly NIOFSDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly Analyzer analyzer = MakeAnalyzer();

    private BareLucene(NIOFSDirectory directory)
    {
        this.directory = directory;
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader);
    }

    /// <summary>Standard words, stemmed, none left out.</summary>
    public static Analyzer MakeAnalyzer() =>
        new EnglishAnalyzer(LuceneVersion.LUCENE_48, new CharArraySet(LuceneVersion.LUCENE_48, 0, ignoreCase: false));

    /// <summary>Writes an index.</summary>
    public static void Fill(string folder, IEnumerable<PreparedTalk> talks)
    {
        using var directory = Folder(folder);
        using var analyzer = MakeAnalyzer();
        using var writer =
            new IndexWriter(directory,
                new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = OpenMode.CREATE, RAMBufferSizeMB = 64 });
        foreach (var talk in talks)
        {
            writer.AddDocument(
            [
                new StringField("id", talk.Id, Field.Store.YES),
                new Lucene.Net.Documents.TextField("title", talk.Title, Field.Store.YES),
                new Lucene.Net.Documents.TextField("speakers", talk.SpeakerText, Field.Store.YES),
                new Lucene.Net.Documents.TextField("topics", talk.TopicText, Field.Store.YES),
                new Lucene.Net.Documents.TextField("body", talk.Body, Field.Store.YES),
            ]);
        }

        writer.Commit();
    }

    /// <summary>Opens an index.</summary>
    public static BareLucene Open(string folder) => new(Folder(folder));

    public IReadOnlyList<string> Search(string query, bool isTyping)
    {
        var parts = QueryParts.Of(query);
        var ids = Best(parts, isTyping, maySlip: false);
        return ids.Count > 0 || isTyping ? ids : Best(parts, isTyping, maySlip: true);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private static NIOFSDirectory Folder(string folder) => new(new DirectoryInfo(folder), NoLockFactory.GetNoLockFactory());

    private List<string> Best(IReadOnlyList<IReadOnlyList<string>> parts, bool isTyping, bool maySlip)
    {
        var all = new BooleanQuery();
        for (var i = 0; i < parts.Count; i++)
            all.Add(AnyField(parts[i], isTyping && i == parts.Count - 1, maySlip), Occur.MUST);
        return [.. searcher.Search(all, 10).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("id"))];
    }

    private DisjunctionMaxQuery AnyField(IReadOnlyList<string> words, bool isTyping, bool maySlip)
    {
        var any = new DisjunctionMaxQuery(0.1f);
        foreach (var (field, boost) in Fields)
        {
            var query = isTyping
                ? new PrefixQuery(new Term(field, words[^1].ToLowerInvariant())) : Words(field, string.Join(' ', words), maySlip);
            query.Boost = boost;
            any.Add(query);
        }

        return any;
    }

    private Query Words(string field, string text, bool maySlip)
    {
        var phrase = new PhraseQuery();
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            phrase.Add(new Term(field, term.ToString()));
        stream.End();
        return phrase.GetTerms() is not [var only] ? phrase : maySlip ? new FuzzyQuery(only) : new TermQuery(only);
    }
}
