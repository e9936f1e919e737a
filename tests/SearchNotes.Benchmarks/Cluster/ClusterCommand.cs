using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Benchmarks.Quality;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Cluster;

/// <summary>Compares an index in a cluster with an index in a folder: answers and times, in the same process, in turn.</summary>
internal static class ClusterCommand
{
    private const int Passes = 4, Changes = 5;
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(1);

    /// <summary>Runs, and prints a table.</summary>
    /// <param name="urls">Addresses of nodes, by commas.</param>
    /// <param name="posts">The posts, which are copied.</param>
    /// <param name="queries">A file of judged queries, or of lines.</param>
    public static void Run(string urls, string posts, string queries)
    {
        var root = Directory.CreateTempSubdirectory("searchnotes-cluster-").FullName;
        var copy = Path.Combine(root, "posts");
        Copy(posts, copy);
        var corpus = new Corpus(new CorpusOptions { Root = copy, IncludeDrafts = true });
        ISearchEngine[] engines =
        [
            new EmbeddedEngine(Path.Combine(root, "index")),
            new OpenSearchEngine(new ClusterOptions
            {
                Urls = urls.Split(','),
                Prefix = $"bench-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            }, TimeProvider.System),
        ];
        Line("", "embedded", "cluster", "ratio");
        Line("---", "---", "---", "---");
        Compare("full reindex, s", Array.ConvertAll(engines, engine => Seconds(() => Reindex(engine, corpus))), "0.00");
        var searchers = Array.ConvertAll(engines, engine => engine.Open());
        Compare("bytes a talk", Array.ConvertAll(searchers, searcher => searcher.Stats() is { } stats ? (double)stats.Bytes / stats.Documents : 0), "0");
        Array.ForEach(searchers, searcher => searcher.WarmUp());
        string[] texts = [.. Read(queries).Distinct(StringComparer.Ordinal)];
        CompareTimes(texts, searchers);
        ClusterParity.Print(texts, searchers[0], searchers[1], Budget);
        // Last, as deleted documents of a folder count until its segments are merged.
        CompareChanges(copy, corpus, engines, searchers);
        Array.ForEach(searchers, searcher => searcher.Dispose());
        Directory.Delete(root, recursive: true);
    }

    /// <summary>Prints a row of the table.</summary>
    public static void Line(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    private static void CompareChanges(string copy, Corpus corpus, ISearchEngine[] engines, ITalkSearcher[] searchers)
    {
        var post = Directory.GetFiles(copy, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var times = Array.ConvertAll(engines, _ => new List<double>());
        for (var change = 0; change < Changes; change++)
        {
            File.AppendAllText(post, $"\nOne more sentence, {change}.\n");
            for (var i = 0; i < engines.Length; i++)
            {
                times[i].Add(Seconds(() =>
                {
                    Reindex(engines[i], corpus);
                    searchers[i].Refresh();
                }));
            }
        }

        Compare("one changed post until it is found, s", Array.ConvertAll(times, all => Times.Of(all).P50), "0.00");
    }

    private static void CompareTimes(string[] texts, ITalkSearcher[] searchers)
    {
        var times = Array.ConvertAll(searchers, _ => new List<double>());
        using var counter = new RequestCounter();
        for (var pass = 0; pass < Passes; pass++)
        {
            if (pass <= 1)
                counter.Reset();
            foreach (var text in texts)
            {
                for (var i = 0; i < searchers.Length; i++)
                {
                    var began = Stopwatch.GetTimestamp();
                    searchers[i].Search(new SearchRequest { Query = text, Budget = Budget });
                    if (pass > 0)
                        times[i].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }

            if (pass is 0 or Passes - 1)
            {
                Line(pass == 0 ? "requests of a search, first time" : "the same, again", "",
                    (counter.Count / (double)texts.Length / Math.Max(pass, 1)).ToString("0.0", CultureInfo.InvariantCulture), "");
            }
        }

        var all = Array.ConvertAll(times, Times.Of);
        Compare("a search, p50, ms", Array.ConvertAll(all, time => time.P50), "0.0");
        Compare("a search, p99, ms", Array.ConvertAll(all, time => time.P99), "0.0");
    }

    private static void Compare(string what, double[] values, string format) => Line(what,
        values[0].ToString(format, CultureInfo.InvariantCulture), values[1].ToString(format, CultureInfo.InvariantCulture),
        (values[1] / values[0]).ToString("0.0", CultureInfo.InvariantCulture));

    private static void Reindex(ISearchEngine engine, Corpus corpus) => engine.Reindexer(corpus, TimeProvider.System).Run();

    private static double Seconds(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static IEnumerable<string> Read(string file) => Path.GetExtension(file) == ".json"
        ? JudgedQuery.Read(file).Select(query => query.Text)
        : Path.GetExtension(file) == ".tsv" ? BenchQuery.ReadAll(file).Select(query => query.Text)
        : File.ReadLines(file).Where(line => line.Length > 0);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.md", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // Not null: it lies in a folder.
            File.Copy(file, target);
        }
    }
}
