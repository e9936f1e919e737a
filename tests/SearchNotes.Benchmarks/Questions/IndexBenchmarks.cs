using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Indexing;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>How long does it take to index 4,000 talks? Ours reads and splits Markdown; the others get the talks ready made.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 5)]
public class IndexBenchmarks
{
    private Sample? sample;

    [GlobalSetup]
    public void Prepare() => sample = Sample.Here;

    [Benchmark(Baseline = true)]
    public void Bare_Lucene_from_prepared_talks() => BareLucene.Fill(sample!.Lucene, sample.Prepared); // The set-up made it.

    [Benchmark]
    public void Sqlite_from_prepared_talks() => SqliteFts.Fill(sample!.Sqlite, sample.Prepared); // As above.

    [Benchmark]
    public ReindexReport Ours_from_Markdown() => sample!.Reindex(); // As above.
}
