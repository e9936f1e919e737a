using System.Globalization;
using BenchmarkDotNet.Running;
using SearchNotes.Benchmarks.Cluster;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Benchmarks.Load;
using SearchNotes.Benchmarks.Quality;
using SearchNotes.Benchmarks.Static;
using SearchNotes.Benchmarks.Table;

switch (args)
{
    case ["corpus", var folder, .. var rest] when Options(rest, "--talks") is { } options:
        SyntheticCorpus.Write(folder, Number(options, "--talks", 32_000));
        return 0;

    case ["table", .. var rest] when Options(rest, "--talks", "--corpus", "--queries", "--rounds", "--searches") is { } options:
        var defaults = new TableOptions();
        return await TableCommand.RunAsync(
            new TableOptions
            {
                Talks = Number(options, "--talks", defaults.Talks),
                Corpus = options.GetValueOrDefault("--corpus"),
                Queries = options.GetValueOrDefault("--queries"),
                Rounds = Number(options, "--rounds", defaults.Rounds),
                Searches = Number(options, "--searches", defaults.Searches),
            },
            TimeProvider.System);

    case ["static", .. var rest] when Options([.. rest.Where(arg => arg != "--without-browser")], "--talks") is { } options:
        return await StaticCommand.RunAsync(
            options.ContainsKey("--talks") ? [Number(options, "--talks", 0)] : [300, 3_000], !rest.Contains("--without-browser"),
            TimeProvider.System);
    case ["side-by-side", var modules]:
        return await SideBySide.RunAsync(Path.GetFullPath(modules));
    case ["paint", .. var rest] when Options(rest, "--talks", "--queries") is { } options:
        return await PaintCommand.RunAsync(Number(options, "--talks", 3_000), Number(options, "--queries", 60));
    case ["quality", _, _, ..] when Sets(args) is { Count: > 0 } sets
        && Texts(args.AsSpan(1 + sets.Count), "--units", "--also", "--index", "--fold", "--save", "--against", "--peers", "--by", "--worst",
            "--semantic")
            is { } options:
        QualityCommand.Run(sets, options);
        return 0;
    case ["ablation", var posts, var queries, .. var rest] when Texts(rest, "--units", "--also", "--fold", "--set") is { } options:
        AblationCommand.Run(posts, queries, options);
        return 0;
    case ["queries", var posts, var file, .. var rest] when Texts(rest, "--units", "--each") is { } options:
        KnownItemQueries.Run(posts, file, options);
        return 0;
    case ["holes", var posts, .. var rest] when Texts(rest, "--units", "--index", "--words", "--show") is { } options:
        TypingHoles.Run(posts, options);
        return 0;

    case ["cluster", var urls, var posts, var queries]:
        ClusterCommand.Run(urls, posts, queries);
        return 0;

    case ["tuned", var url, var folder]:
        await TunedCommand.RunAsync(url, folder);
        return 0;

    case ["meaning", var model, .. var rest] when Options(rest, "--passages", "--queries") is { } options:
        EncoderSpeed.Run(model, Number(options, "--passages", 50), Number(options, "--queries", 1_000));
        return 0;

    case ["stages", var index, var queries, .. var rest] when Options(rest, "--passes") is { } options:
        StageTimes.Run(index, queries, Number(options, "--passes", 4));
        return 0;

    case ["starts", .. var rest] when Options(rest, "--talks", "--runs") is { } options:
        return await StartsCommand.RunAsync(Number(options, "--talks", 2_000), Number(options, "--runs", 21));

    // What table starts in processes of their own.
    case ["measure", "fill", var engine, var corpus, var where]:
        EngineCommand.Fill(engine, new CorpusFolder(corpus), where);
        return 0;
    case ["measure", "query", var engine, var corpus, var where, var queries, var passes]:
        EngineCommand.Query(engine, new CorpusFolder(corpus), where, queries, int.Parse(passes, CultureInfo.InvariantCulture));
        return 0;
    case ["measure", "load", var kind, var port, var what, var first, var seconds]:
        await LoadCommand.RunAsync(kind, int.Parse(port, CultureInfo.InvariantCulture), what,
            long.Parse(first, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
        return 0;
    case ["measure", "fixed", var port, var bytes]:
        await FixedServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(bytes, CultureInfo.InvariantCulture));
        return 0;

    case ["corpus" or "table" or "static" or "side-by-side" or "paint" or "stages" or "starts" or "quality" or "ablation" or "queries" or "holes" or "cluster" or "tuned" or "meaning", ..]:
        Console.Error.WriteLine(
            """
            corpus FOLDER [--talks N]
            table [--talks N | --corpus FOLDER [--queries FILE]] [--rounds N] [--searches N]
            static [--talks N] [--without-browser]
            side-by-side NODE_MODULES
            paint [--talks N] [--queries N]
            starts [--talks N] [--runs N]
            stages INDEX QUERIES [--passes N]
            quality POSTS QUERIES [POSTS QUERIES ...] [--units FILE] [--also FILE] [--index FOLDER] [--fold tuning|test]
                    [--save FILE] [--against FILE] [--peers FILE,...] [--by class|language] [--worst N] [--semantic MODEL]
            meaning MODEL [--passages N] [--queries N]
            ablation POSTS QUERIES [--units FILE] [--also FILE] [--fold tuning|test] [--set NUMBER=VALUE,...]
            queries POSTS FILE [--units FILE] [--each N]
            cluster URL[,URL...] POSTS QUERIES
            tuned URL FOLDER
            holes POSTS [--units FILE] [--index FOLDER] [--words N] [--show 1]
            anything else goes to BenchmarkDotNet: --filter '*', --list flat, --help
            """);
        return 2;

    default:
        BenchmarkSwitcher.FromAssembly(typeof(SyntheticCorpus).Assembly).Run(args);
        return 0;
}

// The folders and files before the first option, in pairs.
static List<string>? Sets(string[] args) =>
    args.Skip(1).TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList() is { } sets && sets.Count % 2 == 0 ? sets : null;

// Pairs of a known name and a text; null when it is anything else.
static Dictionary<string, string>? Texts(ReadOnlySpan<string> rest, params ReadOnlySpan<string> known)
{
    var options = new Dictionary<string, string>();
    for (var i = 0; i < rest.Length; i += 2)
    {
        if (i + 1 == rest.Length || !known.Contains(rest[i]))
            return null;
        options[rest[i]] = rest[i + 1];
    }

    return options;
}

// Pairs of a known name and a value; null when it is anything else.
static Dictionary<string, string>? Options(string[] rest, params string[] known)
{
    var options = new Dictionary<string, string>();
    for (var i = 0; i < rest.Length; i += 2)
    {
        if (i + 1 == rest.Length || !known.Contains(rest[i]))
            return null;
        options[rest[i]] = rest[i + 1];
    }

    return options.All(option => option.Key is "--corpus" or "--queries"
        || (int.TryParse(option.Value, CultureInfo.InvariantCulture, out var number) && number > 0)) ? options : null;
}

static int Number(Dictionary<string, string> options, string name, int otherwise) =>
    options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
