using System.Globalization;
using BenchmarkDotNet.Running;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Engines;
using SearchNotes.Benchmarks.Load;
using SearchNotes.Benchmarks.Static;
using SearchNotes.Benchmarks.Table;

switch (args)
{
    case ["corpus", var folder, .. var rest] when Options(rest, "--talks") is { } options:
        SyntheticCorpus.Write(folder, Number(options, "--talks", 32_000));
        return 0;

    case ["table", .. var rest] when Options(rest, "--talks", "--corpus", "--queries", "--rounds") is { } options:
        var defaults = new TableOptions();
        return await TableCommand.RunAsync(
            new TableOptions
            {
                Talks = Number(options, "--talks", defaults.Talks),
                Corpus = options.GetValueOrDefault("--corpus"),
                Queries = options.GetValueOrDefault("--queries"),
                Rounds = Number(options, "--rounds", defaults.Rounds),
            },
            TimeProvider.System);

    case ["static", .. var rest] when Options(rest, "--talks") is { } options:
        return await StaticCommand.RunAsync(
            options.ContainsKey("--talks") ? [Number(options, "--talks", 0)] : [300, 3_000], TimeProvider.System);

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

    case ["corpus" or "table" or "static", ..]:
        Console.Error.WriteLine(
            "corpus FOLDER [--talks N]\ntable [--talks N | --corpus FOLDER [--queries FILE]] [--rounds N]\nstatic [--talks N]\nanything else goes to BenchmarkDotNet: --filter '*', --list flat, --help");
        return 2;

    default:
        BenchmarkSwitcher.FromAssembly(typeof(SyntheticCorpus).Assembly).Run(args);
        return 0;
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
