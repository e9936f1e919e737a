using BenchmarkDotNet.Attributes;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>How long does a query of each class take? Ours is the whole answer with highlights and facets; SQLite makes a
/// snippet.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private IEngine? engine;
    private Turn<BenchQuery> queries = new([]);

    [Params("term-frequent", "term-medium", "term-rare", "terms-2", "terms-3", "speaker", "speaker-and-terms", "phrase", "prefix", "typo",
        "code")]
    public string Class { get; set; } = "";

    [GlobalSetup(Target = nameof(Bare_Lucene))]
    public void OpenLucene() => Open(Sample.Here.OpenLucene());

    [GlobalSetup(Target = nameof(Sqlite))]
    public void OpenSqlite() => Open(Sample.Here.OpenSqlite());

    [GlobalSetup(Target = nameof(Ours))]
    public void OpenOurs() => Open(Sample.Here.OpenOurs());

    [GlobalCleanup]
    public void Close() => engine?.Dispose();

    [Benchmark(Baseline = true)]
    public object Bare_Lucene() => Search();

    [Benchmark]
    public object Sqlite() => Search();

    [Benchmark]
    public object Ours() => Search();

    private void Open(IEngine opened)
    {
        engine = opened;
        queries = new([.. Sample.Here.Queries.Where(query => query.Class == Class)]);
    }

    private IReadOnlyList<string> Search()
    {
        var query = queries.Next();
        return engine!.Search(query.Text, query.IsTyping); // The set-up opened it.
    }
}
