using BenchmarkDotNet.Attributes;
using Markdig;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>How long does a post take from its bytes to its talks, and how much of it is the Markdown parser's?</summary>
[MemoryDiagnoser]
public class ReadAndSplitBenchmarks
{
    private Turn<string> texts = new([]);
    private Turn<PostBytes> files = new([]);

    [GlobalSetup]
    public void Prepare()
    {
        files = new(Sample.Here.Files);
        texts = new([.. Sample.Here.Files.Select(file => Sample.Here.Corpus.Read(file).Text)]);
    }

    [Benchmark(Baseline = true)]
    public int Markdig_alone() => Markdown.Parse(texts.Next()).Count;

    [Benchmark]
    public Post Read() => Sample.Here.Corpus.Read(files.Next());

    [Benchmark]
    public SplitPost Read_and_split() => TalkSplitter.Split(Sample.Here.Corpus.Read(files.Next()), SpeakerAliases.None);
}
