using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>What the questions are asked over: a synthetic corpus of 4,000 talks and an index of each engine, made once per
/// process.</summary>
internal sealed class Sample
{
    private const int Talks = 4_000;

    private static readonly Lazy<Sample> Made = new(() => new Sample());
    private readonly string root = Path.Combine(Repository.Root, "artifacts", "benchmarks", "questions");

    private Sample()
    {
        Folder = CorpusFolder.Synthetic(Path.Combine(Repository.Root, "artifacts", "benchmarks", $"talks-{Talks}"), Talks);
        Queries = BenchQuery.ReadAll(Folder.Queries);
        Corpus = new Corpus(new CorpusOptions { Root = Folder.Posts });
        Files = [.. Corpus.List().Select(Corpus.ReadBytes)];
        Prepared = [.. CorpusFolder.Read(Folder.Docs)];
        Directory.CreateDirectory(root);
    }

    /// <summary>The one of this process.</summary>
    public static Sample Here => Made.Value;

    /// <summary>The corpus with its prepared talks.</summary>
    public CorpusFolder Folder { get; }

    /// <summary>The corpus as the engine sees it.</summary>
    public Corpus Corpus { get; }

    /// <summary>Its posts, read from the disk.</summary>
    public IReadOnlyList<PostBytes> Files { get; }

    /// <summary>The talks as peers get them.</summary>
    public IReadOnlyList<PreparedTalk> Prepared { get; }

    /// <summary>The queries.</summary>
    public IReadOnlyList<BenchQuery> Queries { get; }

    /// <summary>Folder of our index.</summary>
    public string Index => Path.Combine(root, "index");

    /// <summary>Folder of the bare index.</summary>
    public string Lucene => Path.Combine(root, "lucene");

    /// <summary>File of the database.</summary>
    public string Sqlite => Path.Combine(root, "talks.db");

    /// <summary>Rebuilds our index.</summary>
    public ReindexReport Reindex() => new Reindexer(Corpus, Index, TimeProvider.System).Run(full: true);

    /// <summary>Builds and opens ours.</summary>
    public OurEngine OpenOurs()
    {
        Reindex();
        return OurEngine.Open(Index);
    }

    /// <summary>Builds and opens bare Lucene.Net.</summary>
    public BareLucene OpenLucene()
    {
        BareLucene.Fill(Lucene, Prepared);
        return BareLucene.Open(Lucene);
    }

    /// <summary>Builds and opens SQLite.</summary>
    public SqliteFts OpenSqlite(bool withSnippet = true)
    {
        if (!File.Exists(Sqlite))
            SqliteFts.Fill(Sqlite, Prepared);
        return SqliteFts.Open(Sqlite, withSnippet);
    }
}
