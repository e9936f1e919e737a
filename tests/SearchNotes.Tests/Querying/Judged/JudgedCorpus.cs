using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>The repository's corpus in an index of its own, and every judged query asked once.</summary>
public sealed class JudgedCorpus : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    public JudgedCorpus()
    {
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(Repository.Root, "corpus") });
        new Reindexer(corpus, folder, TimeProvider.System).Run();
        using var searcher = TalkSearcher.Open(folder);
        Ids = corpus.List().SelectMany(file => searcher.DocumentsOfPost(file.Id)).Select(stored => stored.Talk.Id)
            .ToHashSet(StringComparer.Ordinal);
        Rankings = [.. Judgements.Read(File.ReadAllText(JudgementsFile)).Select(query => Ask(searcher, query))];
    }

    internal IReadOnlyList<JudgedAnswer> Rankings { get; }

    /// <summary>The ids of all documents in the index.</summary>
    internal IReadOnlySet<string> Ids { get; }

    private static string JudgementsFile =>
        Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Querying", "Judged", "judgements.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Without a limit of time: a busy machine must not change the order.
    private static JudgedAnswer Ask(TalkSearcher searcher, JudgedQuery query) =>
        new(query, searcher.Search(
            new SearchRequest { Query = query.Text, PerPage = JudgedAnswer.Depth, Facets = [], Budget = ThreadCost.Patience }));
}
