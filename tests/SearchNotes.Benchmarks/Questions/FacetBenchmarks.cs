using BenchmarkDotNet.Attributes;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>What do facets cost, where they cost most: for words that stand in many talks?</summary>
[MemoryDiagnoser]
public class FacetBenchmarks
{
    private OurEngine? ours;
    private Turn<BenchQuery> queries = new([]);

    [GlobalSetup]
    public void Prepare()
    {
        ours = Sample.Here.OpenOurs();
        queries = new([.. Sample.Here.Queries.Where(query => query.Class == "term-frequent")]);
    }

    [GlobalCleanup]
    public void Close() => ours?.Dispose();

    [Benchmark(Baseline = true)]
    public SearchResult Without() => Search(withFacets: false);

    [Benchmark]
    public SearchResult With() => Search(withFacets: true);

    private SearchResult Search(bool withFacets) =>
        ours!.Searcher.Search(new SearchRequest { Query = queries.Next().Text, Facets = withFacets ? Facet.All : [] }); // The set-up opened it.
}
