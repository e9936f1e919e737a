using System.Globalization;
using System.Text.Json;
using SearchNotes.Benchmarks.Engines;

namespace SearchNotes.Benchmarks.Table;

/// <summary>Queries inside the process, one thread, an engine at a time.</summary>
internal static class InProcess
{
    private const int Passes = 3;

    /// <summary>The engines, ours first.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> Engines =
    [
        ("ours", "SearchNotes"), ("lucene", "bare Lucene.Net"), ("java", "Java Lucene 8"), ("sqlite", "SQLite FTS5"),
        ("groonga", "Groonga"), ("minisearch", "MiniSearch"),
    ];

    /// <summary>Measures a round.</summary>
    public static void Measure(Scene scene, Measurements measured)
    {
        foreach (var (key, _) in Engines)
        {
            if (Ask(scene, key) is { } figures)
                Add(key, figures, measured);
        }
    }

    private static QueryFigures? Ask(Scene scene, string engine) => engine switch
    {
        "minisearch" => scene.Programs.Node is { } node ? MiniSearch(scene, node) : null,
        "java" => scene.Programs.Java is { } java ? Java(scene, java) : null,
        "groonga" when scene.Programs.Groonga is null => null,
        _ => Child.Figures<QueryFigures>("measure", "query", engine, scene.CorpusRoot, scene.IndexOf(engine), scene.Queries, $"{Passes}"),
    };

    private static QueryFigures Java(Scene scene, JavaPeer java)
    {
        using var child = java.StartQueries(scene, Passes);
        var figures = JsonSerializer.Deserialize<QueryFigures>(child.EndWatched(out var megabytes))!; // It prints no null.
        return figures with { Megabytes = megabytes };
    }

    private static QueryFigures MiniSearch(Scene scene, string node)
    {
        // In the current folder, because that is where its modules were found.
        using var child = Child.Start(node, Environment.CurrentDirectory, Path.Combine(AppContext.BaseDirectory, "minisearch.mjs"),
            Path.GetFullPath(scene.Corpus.Docs), Path.GetFullPath(scene.Queries), Passes.ToString(CultureInfo.InvariantCulture));
        return JsonSerializer.Deserialize<QueryFigures>(child.End())!; // It prints no null.
    }

    private static void Add(string engine, QueryFigures figures, Measurements measured)
    {
        measured.Add($"{engine} p50", figures.P50);
        measured.Add($"{engine} p95", figures.P95);
        measured.Add($"{engine} p99", figures.P99);
        measured.Add($"{engine} qps", figures.Qps);
        measured.Add($"{engine} found", figures.Found10);
        measured.Add($"{engine} typos", figures.FoundTypos);
        measured.Add($"{engine} known", figures.Known);
        measured.Add($"{engine} KB", figures.KilobytesPerQuery);
        measured.Add($"{engine} MiB", figures.Megabytes);
        if (figures.FillSeconds > 0)
            measured.Add($"fill {engine}", figures.FillSeconds);
        foreach (var (name, times) in figures.Classes)
        {
            measured.Add($"{engine} {name} p50", times.P50);
            measured.Add($"{engine} {name} p99", times.P99);
        }
    }
}
