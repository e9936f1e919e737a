using System.Diagnostics;
using System.Text.Json;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Static;

/// <summary>What an answer of the engine took without a browser and a network.</summary>
/// <param name="Bytes">Size of the files that were read for it.</param>
/// <param name="Rounds">Number of rounds of requests, each of which needs files of the round before.</param>
/// <param name="Milliseconds">Processor time of the script when all files are there.</param>
internal readonly record struct NodeStep(long Bytes, int Rounds, double Milliseconds);

/// <summary>Asks the engine of an export in Node.js, by the script of the tests.</summary>
internal static class NodeRun
{
    /// <summary>Number of queries that are asked in a process of their own.</summary>
    private const int FirstAnswers = 60;

    /// <summary>Number of queries that are typed letter by letter.</summary>
    private const int Typed = 12;

    private const int Shown = 6;

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "SearchNotes.EndToEnd.Tests", "Export", "ask.mjs");

    /// <summary>Measures first answers and letters.</summary>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="queries">All queries.</param>
    public static async Task<(IReadOnlyList<NodeStep> Answers, IReadOnlyList<NodeStep> Letters)> MeasureAsync(
        string folder, IReadOnlyList<BenchQuery> queries)
    {
        var (answers, letters) = (new List<NodeStep>(), new List<NodeStep>());
        foreach (var query in BenchQuery.Spread(queries, FirstAnswers))
            answers.AddRange(await AskAsync(folder, [query.Text]));
        foreach (var query in BenchQuery.Spread(queries, Typed))
            letters.AddRange((await AskAsync(folder, Beginnings(query.Text))).Skip(1));
        return (answers, letters);
    }

    private static IEnumerable<string> Beginnings(string text) =>
        Enumerable.Range(1, text.Length).Select(length => text[..length]).Where(typed => !typed.EndsWith(' '));

    private static async Task<IReadOnlyList<NodeStep>> AskAsync(string folder, IEnumerable<string> queries)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Script, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!; // Not null: a new process is started.
        foreach (var query in queries)
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { search = new { q = query, facets = false, per_page = Shown } }));
        node.StandardInput.Close();
        var steps = new List<NodeStep>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            steps.Add(StepOf(line));
        await node.WaitForExitAsync();
        return steps;
    }

    private static NodeStep StepOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.TryGetProperty("fault", out var fault))
            throw new InvalidOperationException($"The engine failed: {fault}.");
        var read = json.RootElement.GetProperty("read").EnumerateArray().ToArray();
        return new(
            read.Sum(file => file.GetProperty("bytes").GetInt64()),
            read.Select(file => file.GetProperty("round").GetInt32()).DefaultIfEmpty().Max(),
            json.RootElement.GetProperty("milliseconds").GetDouble());
    }
}
