using System.Globalization;
using System.Runtime.InteropServices;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Load;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Table;

/// <summary>Measures what somebody waits for who starts the program: the published and the native one, each run right after one of an
/// empty program, so that a busy moment hits both.</summary>
internal static class StartsCommand
{
    private const string Empty = "empty";

    /// <summary>Most that a command may take, in runs of the empty program.</summary>
    private static readonly (string Name, double Goal)[] Goals = [("search", 2.5), ("unchanged", 1.5), ("changed", 5), ("serve", 8)];

    /// <summary>Measures, and prints a table in Markdown.</summary>
    /// <param name="talks">Size of the synthetic corpus.</param>
    /// <param name="runs">Number of runs of each command.</param>
    public static async Task<int> RunAsync(int talks, int runs)
    {
        var root = Path.Combine(Repository.Root, "artifacts", "benchmarks");
        var corpusRoot = Path.Combine(root, $"talks-{talks}");
        var corpus = CorpusFolder.Synthetic(corpusRoot, talks);
        var programs = Programs.Prepare(root);
        var native = Path.Combine(Repository.Root, "artifacts", "native", RuntimeInformation.RuntimeIdentifier,
            OperatingSystem.IsWindows() ? "searchnotes.exe" : "searchnotes");
        if (!File.Exists(native))
        {
            Console.Error.WriteLine("There is no native program; build/native.sh makes it.");
            return 2;
        }

        Console.WriteLine($"{runs} runs, {talks} talks; load before: {Machine.Busy()}; {Machine.Describe()}; commit {Machine.Commit()}\n");
        Console.WriteLine(
            "| | published, s | processor, s | ÷ empty | native, s | processor, s | ÷ empty | goal |\n|---|---|---|---|---|---|---|---|");
        var published = await MeasureAsync(programs.Cli, "published");
        var compiled = await MeasureAsync(native, "native");
        foreach (var (name, goal) in Goals)
            Console.WriteLine($"| {name} | {Cells(published, name)} | {Cells(compiled, name)} | ≤ {Text(goal)} |");
        Console.WriteLine($"| empty | {Cells(published, Empty)} | {Cells(compiled, Empty)} | |");
        return 0;

        async Task<Measurements> MeasureAsync(string program, string name)
        {
            var scene = new Scene(programs with { Cli = program }, corpus, corpusRoot, corpus.Queries, Path.Combine(root, $"starts-{name}"));
            scene.CopyPosts();
            WholeProcesses.Ours(scene, "reindex", "--full");
            var measured = new Measurements();
            for (var run = 0; run < runs; run++)
                await MeasureRunAsync(scene, measured);
            return measured;
        }
    }

    private static async Task MeasureRunAsync(Scene scene, Measurements measured)
    {
        var query = BenchQuery.ReadAll(scene.Queries).First(query => query.Class == "terms-2").Text;
        Add("search", WholeProcesses.Ours(scene, "search", query.Split(' ')));
        Add("unchanged", WholeProcesses.Ours(scene, "reindex"));
        Add("changed", WholeProcesses.Changed(scene));
        Add("serve", await ServeAsync(scene, LoadPlan.Search(query)));

        void Add(string name, Cost cost)
        {
            var empty = Child.Run(scene.Programs.Empty, scene.Work);
            foreach (var (program, measuredCost) in new[] { (Empty, empty), (name, cost) })
            {
                measured.Add(program, measuredCost.Seconds);
                measured.Add($"{program} processor", measuredCost.ProcessorSeconds);
            }

            measured.Add($"{name} ratio", cost.Seconds / empty.Seconds);
        }
    }

    /// <summary>Returns the cost from before the start until the first answer to a search.</summary>
    private static async Task<Cost> ServeAsync(Scene scene, string target)
    {
        var port = OverHttp.FreePort();
        using var server = Child.Start(scene.Programs.Cli, scene.Work, ["serve", "--urls", $"http://127.0.0.1:{port}", .. scene.Folders]);
        await OverHttp.FirstAnswerAsync(port, target);
        return server.Now;
    }

    /// <summary>Medians of the seconds and of the ratio, and the mean of the processor seconds, whose steps are coarse.</summary>
    private static string Cells(Measurements measured, string name)
    {
        var (seconds, processor) = (measured.Of(name)!.Value, measured.Of($"{name} processor")!.Value); // Every run measures both.
        return $"{Text(seconds.Median)} | {Text(processor.Mean)} | {(measured.Of($"{name} ratio") is { } ratio ? Text(ratio.Median) : "")}";
    }

    private static string Text(double number) => number.ToString("0.0##", CultureInfo.InvariantCulture);
}
