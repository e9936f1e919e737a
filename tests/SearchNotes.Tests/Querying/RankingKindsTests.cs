using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.Querying;

/// <summary>Kinds of queries that were answered wrongly once, each with neighbours of its kind, over posts that lie beside the
/// repository.</summary>
public sealed class RankingKindsTests
{
    private const string Missing = "The posts do not lie beside the repository.";

    private static readonly string Posts = Path.Combine(Repository.Root, "..", "shared", "cases", "ranking");

    public static bool HasPosts => Directory.Exists(Posts);

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("robots", "Robotsmith in the workshop")]
    [InlineData("robotsm", "Robotsmith in the workshop")]
    [InlineData("flowchart", "Kettles as machines")]
    [InlineData("deployment of boa", "Deployment without tears")]
    [InlineData("flowcharts", "Kettles as machines")]
    [InlineData("flow charts", "Flowcharts for kettles")]
    [InlineData("navigation", "Guessing well")]
    [InlineData("navigating", "Guessing well")]
    [InlineData("gardener", "Cities in bloom")]
    public void The_talk_is_among_the_hits(string query, string topic) =>
        Assert.Contains(topic, Search("rope", query).Hits.Select(hit => hit.Talk.Talk.Topic));

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("gardning deployment", "Cities in bloom")]
    [InlineData("deployment gardning", "Cities in bloom")]
    [InlineData("kettles flowchrts", "Flowcharts for kettles")]
    [InlineData("testing ovens", "Ovens|Bread")]
    [InlineData("navigate years", "Guessing well")]
    [InlineData("robot plastic", "Plastic lines at sea")]
    public void The_talk_comes_first(string query, string topics) =>
        Assert.Contains(Search("rope", query).Hits[0].Talk.Talk.Topic, topics.Split('|'));

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("testing ovens ")]
    [InlineData("tests ovens ")]
    public void All_forms_of_a_word_count_each_document_once(string query)
    {
        var weights = Search("rope", query, explain: true).Hits.SelectMany(hit => hit.Explain!.Parts).SelectMany(part => part.Parts)
            .Where(part => part.Text.StartsWith("rarity", StringComparison.Ordinal)).Select(part => part.Value).Distinct();

        Assert.Single(weights);
    }

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("robotsmith robot", 3)]
    [InlineData("gardening deployment", 2)]
    [InlineData("kettle drawings", 2)]
    public void Hits_with_some_of_the_words_do_not_vanish(string query, int atLeast) =>
        Assert.InRange(Search("rope", query).Total, atLeast, 12);

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("lanternconf candles", "Candles and wicks")]
    [InlineData("lanternconf glass", "Glass")]
    [InlineData("lanternconf torches", "Torches")]
    [InlineData("harbour meetup oil", "Oil lamps")]
    public void A_talk_comes_before_the_rest_of_its_post(string query, string topic) =>
        Assert.Equal(topic, Search("posts", query).Hits[0].Talk.Talk.Topic);

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("Cy Dunn")]
    [InlineData("Dunn")]
    [InlineData("speaker:dunn")]
    public void A_lightning_talk_of_one_line_comes_after_the_talks_of_its_speaker(string query)
    {
        var own = Search("posts", query).Hits.Where(hit => hit.Talk.Talk.Speakers.Any(speaker => speaker.Name == "Cy Dunn")).ToList();

        Assert.Equal(3, own.Count);
        Assert.Contains("Tin cans", own[2].Talk.Talk.Passages[0].Text, StringComparison.Ordinal);
    }

    [Theory(Skip = Missing, SkipUnless = nameof(HasPosts))]
    [InlineData("purekite", "Purekite", "Ann Duck")]
    [InlineData("mia hill ropes", "Ropes", "Mia Hill")]
    public void A_talk_whose_speaker_is_called_like_a_thing_is_found_as_a_talk(string query, string topic, string speaker)
    {
        var first = Search("posts", query).Hits[0].Talk.Talk;

        Assert.Equal(topic, first.Topic);
        Assert.Equal(speaker, Assert.Single(first.Speakers).Name);
    }

    [Theory]
    [InlineData("mapreduce")]
    [InlineData("mapreduce(items)")]
    [InlineData("items mapreduce")]
    public void A_word_in_code_counts_more_than_the_same_word_in_prose(string query)
    {
        using var index = SampleIndex.Of(
            SampleIndex.Talk("Prose", "Ada Muster", ["mapreduce items", "```other(things)"]),
            SampleIndex.Talk("Code", "Bo Muster", ["other things", "```mapreduce(items)"]));

        Assert.Equal("Code", index.Search(query).Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void Words_of_code_blocks_in_the_best_answers_raise_no_other_talk()
    {
        using var index = SampleIndex.Of([
            SampleIndex.Talk("One", "Ada Muster", ["Why do slow builds break teams apart.", "```frobnicate(a)\nfrobnicate(b)"]),
            SampleIndex.Talk("Two", "Bo Muster", ["Why do slow tests break teams often.", "```frobnicate(c)\nfrobnicate(d)"]),
            SampleIndex.Talk("With the word", "Cy Muster", ["Their builds use frobnicate here."]),
            SampleIndex.Talk("Without the word", "Di Muster", ["Their builds use something here."]),
            .. Enumerable.Range(0, 4).Select(i => SampleIndex.Talk($"Other {i}", "", ["Nothing of the kind."]))]);

        var scores = index.Search("why do slow builds break teams").Hits
            .ToDictionary(hit => hit.Talk.Talk.Topic, hit => hit.Score, StringComparer.Ordinal);

        Assert.Equal(scores["Without the word"], scores["With the word"], 1e-4);
    }

    private static SearchResult Search(string posts, string query, bool explain = false)
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        try
        {
            new Reindexer(new Corpus(new CorpusOptions { Root = Path.Combine(Posts, posts) }), folder, TimeProvider.System).Run();
            using var searcher = TalkSearcher.Open(folder);
            return searcher.Search(new SearchRequest { Query = query, Explain = explain, Budget = ThreadCost.Patience });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
