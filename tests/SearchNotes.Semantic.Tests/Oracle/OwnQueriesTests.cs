using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests;
using SearchNotes.Tests.Querying.Judged;
using Xunit;

namespace SearchNotes.Semantic.Tests.Oracle;

/// <summary>Asks our own judged queries with the model that is shipped.</summary>
public sealed class OwnQueriesTests
{
    private const int Depth = 10;

    /// <summary>These queries use the words of the notes, so that words alone answer them well.</summary>
    private const double LargestLoss = 0.003;

    [Fact]
    public void Meaning_does_no_harm_to_queries_in_the_words_of_the_notes()
    {
        using var folder = new TemporaryFolder();
        var model = ModelMaker.ModelMaker.Make(folder.File("semantic.model"));
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(Repository.Root, "corpus") });
        new Reindexer(corpus, folder.Path, TimeProvider.System).Run();
        using var semantic = SemanticIndex.Open(model, folder.Path);
        using var words = TalkSearcher.Open(folder.Path);
        using var both = TalkSearcher.Open(folder.Path, semantic);
        semantic.Update(words.Documents(), TestContext.Current.CancellationToken);

        var queries = Judgements.Read(File.ReadAllText(
            Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Querying", "Judged", "judgements.txt")))
            .Where(query => query.HasAnswer).ToList();
        var (before, after) = (queries.Average(query => Ndcg(words, query)), queries.Average(query => Ndcg(both, query)));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"nDCG@10 of {queries.Count} queries: {before:0.0000} by words, {after:0.0000} and by meaning"));
        Assert.InRange(after, before - LargestLoss, 1);
    }

    private static double Ndcg(TalkSearcher searcher, JudgedQuery query)
    {
        var answer = searcher.Search(
            new SearchRequest { Query = query.Text, PerPage = Depth, Facets = [], Budget = ThreadCost.Patience });
        return Measures.Ndcg([.. answer.Hits.Select(hit => query.GradeOf(hit.Talk.Talk.Id))], [.. query.Grades.Values], Depth);
    }
}
