using System.Diagnostics;
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
        Console.WriteLine("| | published, s | ÷ empty | native, s | ÷ empty | goal |\n|---|---|---|---|---|---|");
        var published = await MeasureAsync(programs.Cli, "published");
        var compiled = await MeasureAsync(native, "native");
        foreach (var (name, goal) in Goals)
            Console.WriteLine($"| {name} | {Cells(published, name)} | {Cells(compiled, name)} | ≤ {Text(goal)} |");
        Console.WriteLine($"| empty | {Text(published.Of("empty")!.Value.Median)} | | {Text(compiled.Of("empty")!.Value.Median)} | | |");
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

        void Add(string name, double seconds)
        {
            var empty = Child.Seconds(scene.Programs.Empty, scene.Work);
            measured.Add("empty", empty);
            measured.Add(name, seconds);
            measured.Add($"{name} ratio", seconds / empty);
        }
    }

    /// <summary>Returns the seconds from before the start until the first answer to a search.</summary>
    private static async Task<double> ServeAsync(Scene scene, string target)
    {
        var port = OverHttp.FreePort();
        using var server = Child.Start(scene.Programs.Cli, scene.Work, ["serve", "--urls", $"http://127.0.0.1:{port}", .. scene.Folders]);
        await OverHttp.FirstAnswerAsync(port, target);
        return Stopwatch.GetElapsedTime(server.Started).TotalSeconds;
    }

    private static string Cells(Measurements measured, string name) =>
        $"{Text(measured.Of(name)!.Value.Median)} | {Text(measured.Of($"{name} ratio")!.Value.Median)}"; // Every run measures it.

    private static string Text(double number) => number.ToString("0.0##", CultureInfo.InvariantCulture);
}
