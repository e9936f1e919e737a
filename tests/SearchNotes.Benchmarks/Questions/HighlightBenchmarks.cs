using BenchmarkDotNet.Attributes;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>How long does it take to show why one hit was found? SQLite's share is the difference between its two figures,
/// a tenth of it for each hit.</summary>
[MemoryDiagnoser]
public class HighlightBenchmarks
{
    private OurEngine? ours;
    private SqliteFts? plain;
    private SqliteFts? withSnippet;
    private Turn<(StoredTalk Talk, HighlightQuery Wanted)> hits = new([]);
    private Turn<BenchQuery> queries = new([]);

    [GlobalSetup]
    public void Prepare()
    {
        ours = Sample.Here.OpenOurs();
        (plain, withSnippet) = (Sample.Here.OpenSqlite(withSnippet: false), Sample.Here.OpenSqlite());
        BenchQuery[] asked = [.. Sample.Here.Queries.Where(query => query.Class == "terms-2")];
        queries = new(asked);
        hits = new(Hits(asked, ours.Searcher));
    }

    [GlobalCleanup]
    public void Close()
    {
        ours?.Dispose();
        plain?.Dispose();
        withSnippet?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public object Sqlite_ten_hits_without() => plain!.Search(queries.Next().Text, isTyping: false); // The set-up opened it.

    [Benchmark]
    public object Sqlite_ten_hits_with_snippet() => withSnippet!.Search(queries.Next().Text, isTyping: false); // As above.

    [Benchmark]
    public object Ours_one_hit()
    {
        var (talk, wanted) = hits.Next();
        return PassageMaker.Best(talk, wanted);
    }

    private static List<(StoredTalk, HighlightQuery)> Hits(IEnumerable<BenchQuery> asked, TalkSearcher searcher)
    {
        var hits = new List<(StoredTalk, HighlightQuery)>();
        using var index = new CurrentSnapshot(Sample.Here.Index);
        var snapshot = index.Acquire();
        var terms = snapshot.RentTerms();
        foreach (var query in asked)
        {
            var wanted =
                HighlightQueryBuilder.Of(
                    [.. QueryPlanner.Plan(QueryReader.Read(query.Text), snapshot, terms,
                        new Deadline(TimeSpan.FromMinutes(1), CancellationToken.None)).PositiveWords()]);
            hits.AddRange(searcher.Search(new SearchRequest { Query = query.Text }).Hits.Select(hit => (hit.Talk, wanted)));
        }

        snapshot.ReturnTerms(terms);
        snapshot.Release();
        return hits;
    }
}
