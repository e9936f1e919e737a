using SearchNotes.Indexing;
using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>What meaning may change in an answer, and what it may not. The meaning is that of the test, not of a model.</summary>
public sealed class SemanticSearchTests : IDisposable
{
    private readonly SampleIndex index = Of(
        Talk("Passkeys at last", "Ann Reed", ["Nobody types secrets any more; signing is all they do.", "```q.enqueue(job)"],
            date: "2020-01-01"),
        Talk("Signing contracts", "Bo Walker", ["Signing a contract without a lawyer, signing it twice."], date: "2021-01-01"),
        Talk("Gardens", "Cy Dunn", ["A password for every gardener, without exception."], date: "2021-01-01"),
        Talk("Der Garten", "Di Moth", ["Wasser ohne Ende für jeden Baum"], language: "de"));

    private readonly FixedMeaning meaning = new()
    {
        ["post.ann-reed"] = 0.9f,
        ["post.bo-walker"] = 0.2f,
        ["post.cy-dunn"] = 0.1f,
        ["post.di-moth"] = 0.3f,
    };

    public void Dispose() => index.Dispose();

    [Fact]
    public void A_query_in_plain_words_is_ranked_by_meaning()
    {
        Assert.NotEqual("Passkeys at last", First("signing in without a password", byWordsAlone: true));
        Assert.Equal("Passkeys at last", First("signing in without a password"));
    }

    [Theory]
    [InlineData("signing password")] // Too short.
    [InlineData("\"signing a contract\" without a lawyer")]
    [InlineData("topic:signing without a password")]
    [InlineData("signing without -password a lawyer")]
    [InlineData("signing OR password without lawyer")]
    [InlineData("signing without a pass*")]
    [InlineData("the q.enqueue without a password")]
    [InlineData("the utf8 without a password")]
    [InlineData("Walker Bo signing")]
    [InlineData("Wasser ohne Ende")] // Another language than the model's.
    [InlineData("署名 する 方法")]
    [InlineData("zebra crossing stripes")] // No answer.
    public void Names_code_phrases_fields_and_other_languages_are_ranked_by_words_alone(string query)
    {
        Search(query);

        Assert.Empty(meaning.Asked);
    }

    [Fact]
    public void A_query_with_one_name_among_its_words_is_ranked_by_words_first() =>
        Assert.Equal("Signing contracts", First("what walker says about signing contracts"));

    [Fact]
    public void The_query_is_read_without_its_conditions()
    {
        Search("signing in without a password year:2021");

        Assert.Equal(["signing in without a password"], meaning.Asked);
    }

    [Fact]
    public void Filters_come_first()
    {
        var request = new SearchRequest { Query = "signing in without a password", Years = ["2021"] };

        Assert.DoesNotContain("Passkeys at last", Topics(Search(request)));
        Assert.DoesNotContain("Passkeys at last", Topics(Search("signing in without a password year:2021")));
    }

    [Fact]
    public void Meaning_alone_makes_a_hit_where_no_hit_has_all_words()
    {
        var result = Search("contracts for every lawyer zebra");

        Assert.Contains("Passkeys at last", Topics(result));
        Assert.Equal(result.Hits.Count, result.Total);
        Assert.Equal(result.Total, result.Facets[Facet.Kind].Sum(value => value.Count));
    }

    [Fact]
    public void Meaning_alone_makes_no_hit_where_a_hit_has_all_words() =>
        Assert.DoesNotContain("Passkeys at last", Topics(Search("contract without a lawyer")));

    [Theory]
    [InlineData("signing in without a password")]
    [InlineData("contracts for every lawyer zebra")]
    [InlineData("zebra giraffe stripes password")]
    [InlineData("sining a contract without lawyer")]
    public void Words_alone_decide_what_is_said_about_the_answer(string query)
    {
        var (words, both) = (index.Search(query), Search(query));

        Assert.Equal((words.NearOnly, words.Partial), (both.NearOnly, both.Partial));
        Assert.Equal(words.Absent, both.Absent);
        Assert.Equal(words.GivenUp, both.GivenUp);
        Assert.Equal(words.Corrections, both.Corrections);
    }

    [Fact]
    public void A_document_that_is_not_encoded_yet_keeps_the_score_of_its_words()
    {
        meaning["post.bo-walker"] = float.NaN;
        const string query = "signing in without a password";

        Assert.Equal(Score(index.Search(query)), Score(Search(query)));

        static double Score(SearchResult result) => result.Hits.Single(hit => hit.Talk.Talk.Topic == "Signing contracts").Score;
    }

    [Fact]
    public void Without_vectors_words_decide()
    {
        meaning.HasNone = true;

        Assert.Equal(First("signing in without a password", byWordsAlone: true), First("signing in without a password"));
    }

    [Fact]
    public void Scores_fall_from_hit_to_hit()
    {
        var scores = Search("signing in without a password").Hits.Select(hit => hit.Score).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public void The_explanation_says_so()
    {
        var explained = Search(new SearchRequest { Query = "contracts for every lawyer zebra", Explain = true }).Hits
            .Single(hit => hit.Talk.Talk.Topic == "Passkeys at last").Explain!; // It was asked for.

        Assert.StartsWith("Near in meaning; without “contracts”", explained.Text, StringComparison.Ordinal);
        Assert.Equal(explained.Value, explained.Parts.Single(part => part.Text == "near in meaning").Value, 4);
    }

    [Fact]
    public void Suggestions_and_lists_by_date_go_by_words()
    {
        using var searcher = TalkSearcher.Open(index.Folder, meaning);

        searcher.Suggest("signing in without a password");
        searcher.Search(new SearchRequest { Query = "signing in without a password", Sort = SearchSort.DateDescending });

        Assert.Empty(meaning.Asked);
    }

    private string First(string query, bool byWordsAlone = false) =>
        (byWordsAlone ? index.Search(query) : Search(query)).Hits[0].Talk.Talk.Topic;

    private SearchResult Search(string query) => Search(new SearchRequest { Query = query });

    private SearchResult Search(SearchRequest request)
    {
        using var searcher = TalkSearcher.Open(index.Folder, meaning);
        return searcher.Search(request with { Budget = ThreadCost.Patience });
    }

    private static IEnumerable<string> Topics(SearchResult result) => result.Hits.Select(hit => hit.Talk.Talk.Topic);

    private sealed class FixedMeaning : Dictionary<string, float>, ISemanticScorer
    {
        public List<string> Asked { get; } = [];

        public bool HasNone { get; set; }

        public long Version => 1;

        public SemanticStatus Status => new(Count, Count);

        public float[]? Similarities(string query, IReadOnlyList<string> ids)
        {
            Asked.Add(query);
            return HasNone ? null : [.. ids.Select(id => this[id])];
        }

        public void Update(IEnumerable<StoredTalk> documents, CancellationToken cancel) => throw new NotSupportedException();
    }
}
