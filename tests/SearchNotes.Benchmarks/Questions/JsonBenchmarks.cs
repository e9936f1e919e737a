using BenchmarkDotNet.Attributes;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Questions;

/// <summary>What does it cost to make the API's JSON of a finished search?</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private OurEngine? ours;
    private Turn<(SearchResult Result, ParsedSearchRequest Question)> answers = new([]);

    [GlobalSetup]
    public void Prepare()
    {
        ours = Sample.Here.OpenOurs();
        answers = new(
            [.. Sample.Here.Queries.Where(query => query.Class == "terms-2").Select(query => new SearchRequest { Query = query.Text })
            .Select(request => (ours.Searcher.Search(request), new ParsedSearchRequest(request, [])))]);
    }

    [GlobalCleanup]
    public void Close() => ours?.Dispose();

    [Benchmark(Baseline = true)]
    public object Shapes_alone()
    {
        var (result, question) = answers.Next();
        return SearchMapping.ToAnswer(result, question, QueryPages.None);
    }

    [Benchmark]
    public object Shapes_and_bytes()
    {
        var (result, question) = answers.Next();
        return ResponseBody.Of(SearchMapping.ToAnswer(result, question, QueryPages.None), Json.Default.SearchAnswer);
    }
}
