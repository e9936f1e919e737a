using System.Text.Json;
using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>One engine in a process of its own, so that none warms the other's memory: what <c>table</c> starts.</summary>
internal static class EngineCommand
{
    /// <summary>Fills an engine with prepared talks.</summary>
    public static void Fill(string engine, CorpusFolder corpus, string where)
    {
        var talks = CorpusFolder.Read(corpus.Docs);
        Action<string, IEnumerable<PreparedTalk>> fill = engine switch
        {
            "sqlite" => SqliteFts.Fill,
            "groonga" => Groonga.Fill,
            _ => BareLucene.Fill,
        };
        fill(where, talks);
    }

    /// <summary>Asks it all queries and prints the figures as a line of JSON.</summary>
    public static void Query(string engine, CorpusFolder corpus, string where, string queriesFile, int passes)
    {
        var queries = BenchQuery.ReadAll(queriesFile);
        using IEngine open = engine switch
        {
            "ours" => OurEngine.Open(where),
            "sqlite" => SqliteFts.Open(where),
            "groonga" => Groonga.Open(where),
            _ => BareLucene.Open(where),
        };
        var known = 1.0;
        if (open is OurEngine ours)
        {
            // A talk without a document stays in the queries with an id that nothing has.
            var ids = corpus.IdsIn(ours.Searcher);
            queries = [.. queries.Select(query => query.Right.Length == 0
                ? query : query with { Right = ids.GetValueOrDefault(query.Right, "not found by the splitter") })];
            known = (double)ids.Count / File.ReadLines(corpus.Docs).Count();
        }

        var figures = QueryRun.Run(open, queries, passes) with { Known = known };
        if (open is Groonga groonga)
            figures = figures with { Megabytes = groonga.Megabytes, KilobytesPerQuery = 0 };
        Console.WriteLine(JsonSerializer.Serialize(figures));
    }
}
