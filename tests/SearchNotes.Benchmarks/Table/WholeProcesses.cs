using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Table;

/// <summary>What a blogger waits for: programs from their start to their end.</summary>
internal static class WholeProcesses
{
    /// <summary>How often the empty process runs in a round: it shows the noise of the machine.</summary>
    private const int EmptyRuns = 5;

    /// <summary>Measures a round.</summary>
    public static void Measure(Scene scene, Measurements measured)
    {
        var programs = scene.Programs;
        for (var run = 0; run < EmptyRuns; run++)
            measured.Add("empty", Child.Run(programs.Empty, scene.Work));
        measured.Add("reindex", Ours(scene, "reindex", ["--full"]));
        measured.Add("unchanged", Ours(scene, "reindex"));
        measured.Add("changed", Changed(scene));
        measured.Add("first",
            Ours(scene, "search", BenchQuery.ReadAll(scene.Queries).First(query => query.Class == "terms-2").Text.Split(' ')));
        measured.Add("reindex MiB", Child.PeakMegabytes(programs.Cli, scene.Work, ["reindex", "--full", .. scene.Folders]));
        measured.Add("index MiB", Directory.EnumerateFiles(scene.Index, "*", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file).Length) / 1048576.0);
        foreach (var engine in (string[])["lucene", "sqlite", .. programs.Groonga is null ? (string[])[] : ["groonga"]])
            measured.Add($"fill {engine}", Child.RunSelf("measure", "fill", engine, scene.CorpusRoot, scene.IndexOf(engine)));
        if (programs.Java is { } java)
            measured.Add("fill java", java.Fill(scene));
        if (programs.Pagefind is not null)
            MeasurePagefind(scene, programs.Pagefind, measured);
    }

    /// <summary>Runs a command of ours to its end.</summary>
    public static Cost Ours(Scene scene, string command, params IEnumerable<string> arguments)
    {
        string[] all = [command, .. arguments, .. scene.Folders];
        return command == "search"
            ? Child.RunSearch(scene.Programs.Cli, scene.Work, all) : Child.Run(scene.Programs.Cli, scene.Work, all);
    }

    /// <summary>One post gets a sentence more. It is as it was when this ends, and so is the index.</summary>
    public static Cost Changed(Scene scene)
    {
        var post = Directory.EnumerateFiles(scene.Posts).Order(StringComparer.Ordinal).First();
        var before = File.ReadAllBytes(post);
        File.AppendAllText(post, "\nA sentence that was not there before.\n");
        var cost = Ours(scene, "reindex");
        File.WriteAllBytes(post, before);
        Scene.Age(post);
        Ours(scene, "reindex");
        return cost;
    }

    private static void MeasurePagefind(Scene scene, string pagefind, Measurements measured)
    {
        var site = Path.Combine(scene.Work, "site");
        if (!Directory.Exists(site) || !Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories).Any())
            Pages.Write(site, CorpusFolder.Read(scene.Corpus.Docs));
        measured.Add("pagefind", Child.Run(pagefind, scene.Work, "--site", site));
        measured.Add("pagefind MiB", Child.PeakMegabytes(pagefind, scene.Work, "--site", site));
    }
}
