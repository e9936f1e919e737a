using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Tests.Hostile;

/// <summary>A corpus of spoilt posts with names that no one would choose, indexed and asked spoilt queries.</summary>
internal sealed class HostileRound : IDisposable
{
    private const int Posts = 25;
    private const int Questions = 120;

    /// <summary>What a search may take beyond its budget: a step that has begun is done to its end.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private static readonly string[] Names =
        ["a.md", "x\n.md", "..x.md", "\u202Egnp.md", "- -.md", "a b.md", "%2e%2e.md", "'\".md", "<b>.md", "2013-99-99-a.md", "README.md",
            "ü.markdown", "\u0001.md", "a.md.txt", "CON.md", "日本.mkd", "a?b#c.md", "index.md"];

    private static readonly string[] Typed =
        ["linear svc", "\"support vectors\" -newspapers", "speaker:ada OR (topic:queues year:2012..2014)", "code:\"q.enqueue(\"", "pre*",
            "tkintr kind:keynote has:code lang:en", "C++ .NET __init__ %px", "R Jones", "notes on talks", "", "don't", "((((",
            "realtime web-sockets a/b", "was ist das", "東京 発表"];

    private static readonly IReadOnlyList<string> Seeds =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-hostile-").FullName;
    private readonly Mutator mutator;
    private string asked = "";

    public HostileRound(int seed) => mutator = new Mutator(seed);

    /// <summary>The slowest search so far, in processor time.</summary>
    public static TimeSpan Slowest { get; private set; }

    /// <summary>The query that was asked last.</summary>
    public string Asked => asked;

    /// <summary>Throws at the first thing that goes wrong.</summary>
    /// <returns>How many posts and how many queries were tried.</returns>
    public (int Posts, int Queries) Run()
    {
        for (var i = 0; i < Posts; i++)
            WritePost(i);
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(root, "corpus") });
        var report = new Reindexer(corpus, Path.Combine(root, "index"), TimeProvider.System).Run();
        if (report.Skipped.FirstOrDefault(post => post.Reason.StartsWith(TalkSplitter.BugMessage, StringComparison.Ordinal)) is { } failed)
            throw new InvalidDataException($"{failed.Path}: {failed.Reason}");
        using var searcher = TalkSearcher.Open(Path.Combine(root, "index"));
        if (searcher.Search(new SearchRequest { Budget = ThreadCost.Patience }).Total != searcher.Stats().Documents)
            throw new InvalidDataException("The counts differ from the documents.");
        for (var i = 0; i < Questions; i++)
        {
            asked = mutator.Spoil(mutator.One(Typed), Seeds);
            Ask(searcher, asked);
        }

        return (report.Posts + report.Skipped.Count, Questions);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void WritePost(int number)
    {
        var folder = Path.Combine(root, "corpus", $"{number % 3}", number % 5 == 0 ? "talks\u0007" : "t");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, mutator.One(Names)), mutator.Encode(mutator.Spoil(mutator.One(Seeds), Seeds)));
    }

    private void Ask(TalkSearcher searcher, string typed)
    {
        var request =
            new SearchRequest
            {
                Query = typed,
                PerPage = 1 + mutator.Below(30),
                Explain = mutator.Below(4) == 0,
                GroupByPost = mutator.Below(4) == 0,
                Sort = (SearchSort)mutator.Below(3),
                Tags = mutator.Below(6) == 0 ? [typed] : [],
            };
        var (result, cost) = ThreadCost.Of(() => searcher.Search(request));
        if (cost > Slowest)
            Slowest = cost;
        if (cost > request.Budget + Slack)
            throw new TimeoutException($"{cost.TotalSeconds:0.0} s for: {typed}");

        foreach (var hit in result.Hits)
            Check(hit);
        foreach (var note in result.Notes.Where(note => note.Position < 0 || note.Position > typed.Length))
            throw new InvalidDataException($"A note stands outside of the query: {note}");
        if (Normal(Normal(typed)) != Normal(typed))
            throw new InvalidDataException($"The normal form is none: {typed}");
        searcher.Suggest(typed.Length > 100 ? typed[..100] : typed);
        if (result.Hits is [var first, ..])
            _ = searcher.Related(first.Talk.Talk.Id).Count + searcher.DocumentsOfPost(first.Talk.PostId).Count;
    }

    private static string Normal(string typed) => new SearchRequest { Query = typed }.NormalQuery;

    private static void Check(TalkHit hit)
    {
        if (string.Concat(hit.TopicRuns.Select(run => run.Text)) != hit.Talk.Talk.Topic)
            throw new InvalidDataException($"The runs of a topic are not the topic: {hit.Talk.Talk.Topic}");
        foreach (var runs in hit.Matches.Select(match => match.Runs))
            CheckRuns(runs);
    }

    private static void CheckRuns(IReadOnlyList<Run> runs)
    {
        var text = string.Concat(runs.Select(run => run.Text));
        if (runs.Any(run => run.Text.Length > 0 && char.IsLowSurrogate(run.Text[0]) && text.AsSpan().IndexOf(run.Text) > 0
            && char.IsHighSurrogate(text[text.AsSpan().IndexOf(run.Text) - 1])))
        {
            throw new InvalidDataException($"A pair of surrogates is cut: {text}");
        }
    }
}
