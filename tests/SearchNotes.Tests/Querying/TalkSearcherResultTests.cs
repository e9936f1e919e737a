using SearchNotes.Querying;
using SearchNotes.Talks;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>What a searcher answers besides the ranking: filters, facets, pages, groups, suggestions, budgets.</summary>
public sealed class TalkSearcherResultTests
{
    [Theory]
    [InlineData("scho")]
    [InlineData("shco")]
    [InlineData("schoef")]
    [InlineData("ed schoff")]
    public void Suggestions_forgive_a_slip_from_the_fourth_letter(string typed)
    {
        using var index = SeedDay();
        using var searcher = index.Open();

        Assert.Equal("Ed Schofield", Assert.Single(searcher.Suggest(typed, budget: ThreadCost.Patience).Speakers).Name);
    }

    [Fact]
    public void An_empty_query_shows_everything_newest_first()
    {
        using var index = SampleIndex.Of(Talk("Old", date: "2012-01-01"), Talk("Undated"), Talk("New", date: "2014-01-01"));

        Assert.Equal("New | Old | Undated", index.Topics(""));
    }

    [Fact]
    public void A_facet_ignores_its_own_filter_and_follows_the_others()
    {
        using var index = SampleIndex.Of(
            Talk("Queues one", "Ann Lee", date: "2013-01-01", tags: ["a"]),
            Talk("Queues two", "Bo Chen", date: "2014-01-01", tags: ["a", "b"]),
            Talk("Other", "Cy Day", date: "2014-01-01", tags: ["b"]));

        var result = index.Search(new SearchRequest { Query = "queues", Speakers = ["Ann Lee"], Tags = ["a"] });

        Assert.Equal(["Ann Lee", "Bo Chen"], result.Facets[Facet.Speaker].Select(f => f.Value));
        Assert.Equal([new FacetValue("a", 1)], result.Facets[Facet.Tag]);
        Assert.Equal([new FacetValue("2013", 1)], result.Facets[Facet.Year]);
        Assert.Equal(1, result.Total);
    }

    [Fact]
    public void Values_of_one_filter_are_alternatives()
    {
        using var index = SampleIndex.Of(Talk("One", "Ann Lee"), Talk("Two", "Bo Chen"), Talk("Three", "Cy Day"));

        var result = index.Search(new SearchRequest { Speakers = ["ann-lee", "Bo Chen"], Sort = SearchSort.DateAscending });

        Assert.Equal(2, result.Total);
    }

    [Theory]
    [InlineData("year:2012..2013", "Old")]
    [InlineData("kind:keynote", "New")]
    [InlineData("lang:fr", "New")]
    [InlineData("has:code", "Old")]
    [InlineData("tag:rust", "New")]
    public void A_filter_in_the_query_chooses(string query, string topic)
    {
        using var index = SampleIndex.Of(
            Talk("Old", date: "2012-05-05", text: ["```let x = 1"]),
            Talk("New", date: "2014-05-05", language: "fr", tags: ["rust"], kind: TalkKind.Keynote));

        Assert.Equal(topic, index.Topics(query));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_repeat()
    {
        using var index = SampleIndex.Of([.. Enumerable.Range(1, 25).Select(i => Talk($"Queue number {i}", text: ["queue"]))]);
        using var searcher = index.Open();

        var seen = Enumerable.Range(1, 4)
            .SelectMany(page => searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = "queue", Page = page }).Hits)
            .Select(h => h.Talk.Talk.Id).ToList();

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public void Grouping_shows_the_best_hit_of_each_post()
    {
        using var index = SampleIndex.Of(Talk("Queue", post: "a"), Talk("Another queue here", post: "a"), Talk("Third queue", post: "b"));

        var result = index.Search(new SearchRequest { Query = "queue", GroupByPost = true });

        Assert.Equal(2, result.Total);
        Assert.Equal(["a", "b"], result.Hits.Select(h => h.Talk.PostId).Order());
    }

    [Theory]
    [InlineData("muller", 1)]
    [InlineData("mueller", 2)]
    [InlineData("müller", 2)]
    public void Umlauts_are_found_in_each_spelling(string query, int hits)
    {
        using var index = SampleIndex.Of(Talk("One", "Jürgen Müller"), Talk("Two", "Jens Mueller"), Talk("Three", "Ann Lee"));

        Assert.Equal(hits, index.Search("speaker:" + query).Total);
    }

    [Fact]
    public void A_new_commit_is_seen_after_a_refresh_and_not_before()
    {
        using var index = SampleIndex.Of(Talk("First"));
        using var searcher = index.Open();

        index.Write([Talk("Second", post: "other")]);

        Assert.Equal(1, searcher.Search(new SearchRequest { Budget = ThreadCost.Patience }).Total);
        Assert.True(searcher.Refresh());
        Assert.Equal(2, searcher.Search(new SearchRequest { Budget = ThreadCost.Patience }).Total);
        Assert.False(searcher.Refresh());
    }

    [Fact]
    public void Related_talks_share_words_and_leave_out_the_talk_itself()
    {
        using var index = SeedDay();
        using var searcher = index.Open();

        var related = searcher.Related("post.roger-barnes", 3, budget: ThreadCost.Patience);

        Assert.Equal("Managing simulations with RQ", related[0].Talk.Talk.Topic);
        Assert.DoesNotContain(related, hit => hit.Talk.Talk.Id == "post.roger-barnes");
    }

    [Fact]
    public void A_talk_that_shares_no_words_has_no_related_talks()
    {
        using var index = SampleIndex.Of([Talk("Kites"), Talk("Knots", "ropes"), Talk("Anchors", "ropes")]);
        using var searcher = index.Open();
        var ids = searcher.Search(new SearchRequest { Query = "kites", Budget = ThreadCost.Patience }).Hits.Select(hit => hit.Talk.Talk.Id);

        Assert.Empty(searcher.Related(Assert.Single(ids), budget: ThreadCost.Patience));
    }

    [Fact]
    public void Letters_bring_talks_names_and_completions()
    {
        using var index = SeedDay();
        using var searcher = index.Open();

        var suggestions = searcher.Suggest("tki", budget: ThreadCost.Patience);

        Assert.Equal([new("Tinkering with ", false), new("Tkinter", true)], Assert.Single(suggestions.Talks).TopicRuns);
        Assert.Equal(["tkinter"], suggestions.Completions);
        Assert.Equal("Ed Schofield", Assert.Single(searcher.Suggest("scho", budget: ThreadCost.Patience).Speakers).Name);
    }

    [Theory]
    [InlineData("\u0301{{<a")]
    [InlineData("\u0301{{<a\u0301{{<a\u0301")]
    [InlineData("\u0301")]
    [InlineData("\u0301 speaker:\u0301{a")]
    public void An_accent_with_no_letter_below_it_breaks_no_query(string query)
    {
        using var index = SampleIndex.Of(SampleIndex.Talk("Queues that forgive", "Ada Quill", ["A queue is a line."]));

        Assert.InRange(index.Search(query).Total, 0, 1);
    }

    [Fact]
    public void A_search_whose_time_is_up_answers_with_what_it_has_and_says_so()
    {
        using var index = SampleIndex.Of(SampleIndex.Talk("Queues that forgive", "Ada Quill", ["A queue is a line."]));

        var result = index.Search(new SearchRequest { Query = "queue", Budget = TimeSpan.Zero });

        Assert.True(result.Partial);
    }

    [Fact]
    public void A_search_that_nobody_waits_for_any_more_ends()
    {
        using var index = SampleIndex.Of(SampleIndex.Talk("Queues that forgive", "Ada Quill", ["A queue is a line."]));
        using var searcher = index.Open();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            searcher.Search(new SearchRequest { Budget = ThreadCost.Patience, Query = "queue" }, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_folder_without_an_index_is_said_with_the_remedy()
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-");

        var e = Assert.Throws<SearchNotesException>(() => TalkSearcher.Open(folder.FullName));

        Assert.Equal(Fault.NoIndex, e.Fault);
        Assert.Contains("searchnotes reindex", e.Message, StringComparison.Ordinal);
        folder.Delete();
    }
}
