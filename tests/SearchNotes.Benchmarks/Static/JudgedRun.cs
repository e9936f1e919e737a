using Microsoft.Playwright;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests;
using SearchNotes.Tests.Querying.Judged;

namespace SearchNotes.Benchmarks.Static;

/// <summary>Asks both engines the judged queries over the repository's corpus.</summary>
internal static class JudgedRun
{
    private const int Depth = 10;

    private static readonly char[] Syntax = [':', '"', '*', '(', '-'];

    /// <summary>Measures nDCG@10 over all judged queries that have an answer, and over those without query syntax.</summary>
    public static async Task MeasureAsync(IBrowser browser, string cli, string pagefind, string root, StaticReport report)
    {
        var posts = Path.Combine(Repository.Root, "corpus");
        var judgements = Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Querying", "Judged", "judgements.txt");
        JudgedQuery[] queries = [.. Judgements.Read(File.ReadAllText(judgements)).Where(query => query.HasAnswer)];
        var talks = Talks(posts, Path.Combine(root, "index"));
        StaticEngine[] engines = [StaticSites.Ours(root, posts, cli, report, 0), StaticSites.Pagefind(root, talks, pagefind, report, 0)];
        foreach (var engine in engines)
        {
            await using var server = await ThrottledServer.StartAsync(engine.Site, isSlow: false);
            var (page, _) = await new BrowserRun(browser, server).OpenAsync();
            var ndcg = new List<(bool IsPlain, double Value)>();
            foreach (var query in queries)
                ndcg.Add((IsPlain(query.Text), Ndcg(query, await BrowserRun.AskAsync(page, query.Text, Depth))));
            report.Judged(engine.Name, "all", ndcg.Count, ndcg.Average(query => query.Value));
            var plain = ndcg.Where(query => query.IsPlain).ToArray();
            report.Judged(engine.Name, "words only, without query syntax", plain.Length, plain.Average(query => query.Value));
            await page.Context.DisposeAsync();
        }
    }

    private static bool IsPlain(string query) =>
        query.IndexOfAny(Syntax) < 0 && !query.Contains(" OR ", StringComparison.Ordinal);

    private static double Ndcg(JudgedQuery query, IReadOnlyList<string> ids) =>
        Measures.Ndcg([.. ids.Select(query.GradeOf)], [.. query.Grades.Values], Depth);

    /// <summary>Returns the documents of our index as pages for Pagefind, code included.</summary>
    private static List<PreparedTalk> Talks(string posts, string index)
    {
        var corpus = new Corpus(new CorpusOptions { Root = posts });
        new Reindexer(corpus, index, TimeProvider.System).Run();
        using var searcher = TalkSearcher.Open(index);
        return [.. corpus.List().SelectMany(file => searcher.DocumentsOfPost(file.Id)).Select(Prepared)];
    }

    private static PreparedTalk Prepared(StoredTalk stored) => new(
        stored.Talk.Id, stored.Talk.Topic, [.. stored.Talk.Speakers.Select(speaker => speaker.Name)], stored.Tags,
        string.Join("\n\n", Texts(stored)));

    private static IEnumerable<string> Texts(StoredTalk stored) =>
    [
        stored.EventTitle ?? "", stored.Location ?? "",
        .. stored.Talk.Sections.Select(section => section.Heading), .. stored.Talk.Passages.Select(passage => passage.Text),
    ];
}
