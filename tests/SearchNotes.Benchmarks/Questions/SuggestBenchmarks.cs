using BenchmarkDotNet.Attributes;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>How long does a letter in the box take? Ours finds talks, speakers, tags, events and completions; the others find
/// talks whose last word begins so.</summary>
[MemoryDiagnoser]
public class SuggestBenchmarks
{
    private OurEngine? ours;
    private BareLucene? lucene;
    private SqliteFts? sqlite;
    private Turn<string> typed = new([]);

    [GlobalSetup]
    public void Prepare()
    {
        (ours, lucene, sqlite) = (Sample.Here.OpenOurs(), Sample.Here.OpenLucene(), Sample.Here.OpenSqlite(withSnippet: false));
        typed = new([.. Sample.Here.Queries.Where(query => query.Class is "speaker" or "terms-2")
            .SelectMany(query => Enumerable.Range(1, query.Text.Length).Select(length => query.Text[..length]))]);
    }

    [GlobalCleanup]
    public void Close()
    {
        ours?.Dispose();
        lucene?.Dispose();
        sqlite?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public object Bare_Lucene_prefix() => lucene!.Search(typed.Next(), isTyping: true); // The set-up opened all three.

    [Benchmark]
    public object Sqlite_prefix() => sqlite!.Search(typed.Next(), isTyping: true); // As above.

    [Benchmark]
    public Suggestions Ours() => ours!.Searcher.Suggest(typed.Next()); // As above.
}
