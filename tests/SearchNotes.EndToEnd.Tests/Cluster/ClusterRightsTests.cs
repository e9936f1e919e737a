using System.Text.RegularExpressions;
using SearchNotes.OpenSearch;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>The requests that are made are those that docs/cluster.md asks rights for.</summary>
[Collection(nameof(OneNode))]
public sealed class ClusterRightsTests(OneNode node) : IDisposable
{
    private readonly string corpus = Directory.CreateTempSubdirectory("searchnotes-corpus-").FullName;

    public void Dispose() => Directory.Delete(corpus, recursive: true);

    [Fact]
    public void Reading_and_writing_make_the_requests_of_the_documentation()
    {
        var options = node.Options();
        SamplePosts.Write(corpus);
        var writing = Record(options, Write);
        var reading = Record(options, Read);
        var asking = Record(options, engine => engine.Ask());

        Assert.Equal(Documented("writer"), writing);
        Assert.Equal(Documented("reader"), reading);
        Assert.Equal(Documented("doctor"), asking);
    }

    private void Write(OpenSearchEngine engine)
    {
        for (var run = 0; run < 3; run++)
        {
            engine.Reindexer(new Corpus(new CorpusOptions { Root = corpus }), TimeProvider.System).Run();
            File.AppendAllText(Directory.GetFiles(corpus, "*.md", SearchOption.AllDirectories)[0], "\nOne more sentence.\n");
        }

        engine.Runs.Write("0123456789abcdef", "done");
    }

    private static void Read(OpenSearchEngine engine)
    {
        using var searcher = engine.Open();
        var id = searcher.TalkIds()[0];
        searcher.Search(new SearchRequest { Query = "redis queues", GroupByPost = true, Budget = RunningService.LongBudget });
        searcher.Search(new SearchRequest { Query = "how do workers take jobs from redis queues", Budget = RunningService.LongBudget });
        searcher.Suggest("red");
        searcher.Related(id);
        searcher.Find(id);
        searcher.DocumentsOfPost("x");
        searcher.IdOfFormer("x");
        searcher.Refresh();
        searcher.CheckIntegrity();
        engine.Runs.Read("0123456789abcdef");
    }

    private static IReadOnlyList<string> Record(ClusterOptions options, Action<OpenSearchEngine> work)
    {
        using var recorder = new RecordingHandler(options.Prefix);
        work(new OpenSearchEngine(options, TimeProvider.System, recorder));
        return recorder.Requests;
    }

    /// <summary>Reads the table of requests.</summary>
    private static IEnumerable<string> Documented(string role) =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "cluster.md"))
            .Select(line => Regex.Match(line, "^\\| `([A-Z]+ [^`]*)` \\|.*\\| ([a-z, ]+) \\|$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success && match.Groups[2].Value.Split(", ").Contains(role))
            .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
}
