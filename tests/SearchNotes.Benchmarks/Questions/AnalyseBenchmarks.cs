using BenchmarkDotNet.Attributes;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Indexing.Analysis;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>How long does it take to cut a talk's notes into terms?</summary>
[MemoryDiagnoser]
public class AnalyseBenchmarks
{
    private readonly Lucene.Net.Analysis.Analyzer english = BareLucene.MakeAnalyzer();
    private readonly TextTokens reader = new();
    private readonly List<Token> tokens = [];
    private Turn<string> texts = new([]);

    [GlobalSetup]
    public void Prepare() => texts = new([.. Sample.Here.Prepared.Where(talk => talk.Body.Length > 0).Select(talk => talk.Body)]);

    [Benchmark(Baseline = true)]
    public int Bare_Lucene_English()
    {
        using var stream = english.GetTokenStream("body", texts.Next());
        stream.Reset();
        var count = 0;
        while (stream.IncrementToken())
            count++;
        stream.End();
        return count;
    }

    [Benchmark]
    public int Ours() => reader.Read(texts.Next(), isCode: false, [], tokens);
}
