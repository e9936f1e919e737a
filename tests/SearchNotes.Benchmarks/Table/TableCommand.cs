using System.Globalization;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Table;

/// <summary>What <c>table</c> is asked for.</summary>
internal sealed record TableOptions
{
    /// <summary>Size of the synthetic corpus.</summary>
    public int Talks { get; init; } = 32_000;

    /// <summary>A corpus folder instead: <c>posts/</c>, <c>docs.jsonl</c>, <c>map.jsonl</c>.</summary>
    public string? Corpus { get; init; }

    /// <summary>Queries instead of those beside the corpus.</summary>
    public string? Queries { get; init; }

    /// <summary>How often everything is measured.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>The least number of searches of the last round, after which the memory of the server is read.</summary>
    public int Searches { get; init; } = 100_000;
}

/// <summary>Measures ours and the peers that are installed, side by side, and prints a page for <c>docs/performance</c>.</summary>
internal static class TableCommand
{
    /// <summary>A small corpus is for trying the command out: its loads are short, and its server answers fewer searches.</summary>
    private const int SmallCorpus = 5_000;

    /// <summary>Runs it. The page goes to the output, the progress to the error output.</summary>
    public static async Task<int> RunAsync(TableOptions options, TimeProvider time)
    {
        var root = Path.Combine(Repository.Root, "artifacts", "benchmarks");
        var corpusRoot = options.Corpus is null ? Path.Combine(root, $"talks-{options.Talks}") : Path.GetFullPath(options.Corpus);
        Tell("making the corpus ready");
        var corpus = options.Corpus is null ? CorpusFolder.Synthetic(corpusRoot, options.Talks) : new CorpusFolder(corpusRoot);
        if (!corpus.IsComplete)
            return Refuse($"{corpusRoot} must hold posts/, docs.jsonl and map.jsonl; \"corpus FOLDER\" writes such a folder.");
        var queries = Path.GetFullPath(options.Queries ?? corpus.Queries);
        if (!File.Exists(queries))
            return Refuse($"There are no queries in {queries}.");

        Tell("publishing the programs");
        var scene = new Scene(Programs.Prepare(root), corpus, corpusRoot, queries, Path.Combine(root, "work"));
        scene.CopyPosts();
        var busyBefore = Machine.Busy();
        var talks = File.ReadLines(corpus.Docs).Count();
        var measured = await MeasureAsync(scene, options, isSmall: talks < SmallCorpus);

        string[] facts =
        [
            $"Date: {time.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; commit {Machine.Commit()}",
            $"Machine: {Machine.Describe()}; load {busyBefore} before, {Machine.Busy()} after",
            string.Create(CultureInfo.InvariantCulture,
                $"Corpus: {(options.Corpus is null ? "synthetic" : Path.GetFileName(corpusRoot))}, {talks:#,0} talks in {Directory.EnumerateFiles(corpus.Posts).Count():#,0} posts; {File.ReadLines(queries).Count():#,0} queries"),
            $"Rounds: {options.Rounds}; medians (least..most); ours ÷ its: the medians divided",
            Noise(measured.Of("empty")!.Value, measured.Of(Measurements.Processor("empty"))!.Value), // Every round measures both.
        ];
        var classes = BenchQuery.ReadAll(queries).Select(query => query.Class).Distinct().Order(StringComparer.Ordinal);
        Console.Write(new Report(measured).Write("SearchNotes and its peers, measured side by side", facts, classes));
        return 0;
    }

    private static async Task<Measurements> MeasureAsync(Scene scene, TableOptions options, bool isSmall)
    {
        var rounds = options.Rounds;
        var measured = new Measurements();
        var http = new OverHttp(scene, measured, TimeSpan.FromSeconds(isSmall ? 1 : 4));
        for (var round = 1; round <= rounds; round++)
        {
            Tell($"round {round} of {rounds}: whole processes");
            WholeProcesses.Measure(scene, measured);
            Tell($"round {round} of {rounds}: queries in the process");
            InProcess.Measure(scene, measured);
            Tell($"round {round} of {rounds}: over HTTP");
            await http.MeasureAsync(round < rounds || isSmall ? 0 : options.Searches);
        }

        return measured;
    }

    private static string Noise(Figure empty, Figure processor) => string.Create(CultureInfo.InvariantCulture,
        $"An empty .NET process: {Unit.Seconds.Text(empty)}; processors {processor.Mean:0.000} s. Noise: the slowest took {empty.Max / empty.Min:0.0} times as long as the fastest");

    private static void Tell(string step) => Console.Error.WriteLine(step);

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
