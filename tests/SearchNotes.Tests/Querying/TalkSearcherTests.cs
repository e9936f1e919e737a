using SearchNotes.Querying;
using SearchNotes.Talks;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

public sealed class TalkSearcherTests
{
    private static SampleIndex Day() => SampleIndex.Of(
        Talk("Don't Do This", "Richard Jones",
            ["The `__code__` attribute is mutable.", "See forbiddenfruit.", "?With great power comes responsibility."], date: "2013-07-07",
            tags: ["python"]),
        Talk("Modern scientific computing", "Ed Schofield",
            ["Use `%px` to run in parallel.", "```clf = LinearSVC()\nclf.fit(samples, y)", "```python word_count.py -r mrjob",
                "Is mrjob the best?"], date: "2013-07-07", tags: ["python"]),
        Talk("Managing simulations with RQ", "Andrew Walker",
            ["The rqworker command starts a worker; celery is a work queue.", "Calling `q.enqueue('operator.add')` adds a job.",
                "The travelling salesman problem.", "?Picking functions: use names."], date: "2013-07-07"),
        Talk("Building data flows with Celery and SQLAlchemy", "Roger Barnes", ["Celery is a distributed task queue."], date: "2013-07-07"),
        Talk("Tinkering with Tkinter", "Russell Keith-Magee", ["tkinter is an interface to TK."], date: "2013-07-07"),
        Talk("Sharing stuff", "Tennessee Leeuwenburg",
            [">The differences between zebras and donkeys aren't just chrome.", "Sharing is a zebra."], date: "2013-07-07"));

    [Theory]
    [InlineData("richard jones", "Don't Do This")]
    [InlineData("r jones", "Don't Do This")]
    [InlineData("don't do this", "Don't Do This")]
    [InlineData("\"don't do this\"", "Don't Do This")]
    [InlineData("don’t do this", "Don't Do This")]
    [InlineData("__code__", "Don't Do This")]
    [InlineData("forbiddenfruit", "Don't Do This")]
    [InlineData("linear svc", "Modern scientific computing")]
    [InlineData("LinearSVC", "Modern scientific computing")]
    [InlineData("clf.fit", "Modern scientific computing")]
    [InlineData("%px", "Modern scientific computing")]
    [InlineData("schofeld", "Modern scientific computing")]
    [InlineData("code:mrjob", "Modern scientific computing")]
    [InlineData("code:\"clf.fit(\"", "Modern scientific computing")]
    [InlineData("rqworker", "Managing simulations with RQ")]
    [InlineData("rq worker", "Managing simulations with RQ")]
    [InlineData("q.enqueue", "Managing simulations with RQ")]
    [InlineData("speaker:walker picking functions", "Managing simulations with RQ")]
    [InlineData("qa:picking functions", "Managing simulations with RQ")]
    [InlineData("traveling salesman", "Managing simulations with RQ")]
    [InlineData("tkintr", "Tinkering with Tkinter")]
    [InlineData("tinker", "Tinkering with Tkinter")]
    [InlineData("quote:zebra donkeys", "Sharing stuff")]
    public void The_talk_that_is_meant_comes_first(string query, string topic)
    {
        using var index = Day();

        Assert.Equal(topic, index.Search(query).Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void What_must_not_be_there_is_nowhere()
    {
        using var index = Day();

        Assert.Equal("Managing simulations with RQ", index.Topics("celery -sqlalchemy"));
    }

    [Fact]
    public void An_identifier_that_stands_nowhere_is_absent_and_its_parts_are_near_at_most()
    {
        using var index = SampleIndex.Of(Talk("Sys", text: ["sys and getframe apart, in sys.modules."]), Talk("Other", text: ["nothing"]));

        var result = index.Search("sys._getframe");

        Assert.Equal(["sys._getframe"], result.Absent);
        Assert.True(result.NearOnly);
    }

    [Fact]
    public void A_typing_error_is_corrected_and_said_so()
    {
        using var index = Day();

        var result = index.Search("schofeld");

        Assert.Equal([new Correction("schofeld", "schofield", Applied: true)], result.Corrections);
        Assert.Empty(result.Absent);
        Assert.False(result.NearOnly);
    }

    [Fact]
    public void The_nearest_word_alone_is_taken_for_a_typing_error()
    {
        using var index = SampleIndex.Of(Talk("Catching errors"), Talk("Caching answers"));

        Assert.Equal("Catching errors", index.Topics("catcihng"));
    }

    [Fact]
    public void A_word_farther_away_is_taken_as_well_when_nearly_all_speak_of_it()
    {
        using var index = SampleIndex.Of([Talk("Catching errors"), .. Enumerable.Range(1, 20).Select(number => Talk($"Caching {number}"))]);

        Assert.Equal(21, index.Search("catcihng").Total);
    }

    [Theory]
    [InlineData("ktinter", "tkinter")]
    [InlineData("forbiddenfriut", "forbiddenfruit")]
    [InlineData("forbidenfr", "forbiddenfruit")]
    public void Exchanged_first_letters_and_an_unfinished_word_are_corrected_too(string typed, string meant)
    {
        using var index = Day();

        Assert.Equal([new Correction(typed, meant, Applied: true)], index.Search(typed).Corrections);
    }

    [Fact]
    public void A_rare_word_may_be_meant_as_a_frequent_one_and_is_searched_for_as_typed()
    {
        using var index =
            SampleIndex.Of(
                [Talk("Oddity", text: ["A talk on celary."]), .. Enumerable.Range(0, 10)
                    .Select(i => Talk($"Queue {i}", text: ["A talk on celery."]))]);

        var result = index.Search("celary");

        Assert.Equal([new Correction("celary", "celery", Applied: false)], result.Corrections);
        Assert.Equal("Oddity", result.Hits[0].Talk.Talk.Topic);
    }

    [Theory]
    [InlineData("timezone", "Clocks")]
    [InlineData("saving", "Drafts")]
    [InlineData("mutation tes", "Mutants")]
    [InlineData("sqlit", "Engines")]
    [InlineData("cahcing", "Stores")]
    [InlineData("haskell", "Types")]
    public void What_is_meant_is_found_where_the_word_itself_stands_nowhere(string query, string topic)
    {
        using var index = SampleIndex.Of(
            Talk("Clocks", text: ["Time zones are politics."]),
            Talk("Drafts", text: ["Whoever saved, saves time."]),
            Talk("Mutants", text: ["Mutation testing."]),
            Talk("Engines", text: ["SQLite is one; no SQL it lacks."]),
            Talk("Stores", text: ["A cache. Caching, caches."]),
            Talk("Types", text: ["```haskell\nmain = pure ()"]));

        Assert.Equal(topic, index.Search(query).Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void A_word_that_stands_everywhere_is_no_answer_for_others()
    {
        using var index = SampleIndex.Of(Talk("Gardens", text: ["On tomatoes."]), Talk("Maps", text: ["On north."]));

        Assert.Empty(index.Search("ruby on rails").Hits);
    }

    [Fact]
    public void What_was_asked_for_in_a_field_must_be_there()
    {
        using var index = SampleIndex.Of(Talk("Gardens", "Ada Muster", ["tomatoes"]), Talk("Maps", "Ben Probst", ["tomatoes on maps"]));

        Assert.Equal("Gardens", index.Topics("speaker:muster tomatoes"));
    }

    [Fact]
    public void A_good_answer_below_the_first_is_no_near_match()
    {
        using var index = SampleIndex.Of(
            Talk("Zebra zebra zebra", "Zebra", ["zebra zebra"]), Talk("Other", text: ["A zebra once met a gnu, a yak and a quokka there."]),
            Talk("Filler", text: ["gnu"]), Talk("Filler two", text: ["yak"]));

        Assert.False(index.Search("zebra gnu yak quokka").NearOnly);
    }

    [Fact]
    public void How_frequent_a_word_is_does_not_depend_on_how_the_index_was_written()
    {
        using var index =
            SampleIndex.Of(
                [Talk("Oddity", text: ["A talk on celary."]), .. Enumerable.Range(0, 5)
                    .Select(i => Talk($"Queue {i}", text: ["A talk on celery."]))]);
        index.Write([.. Enumerable.Range(5, 5).Select(i => Talk($"Queue {i}", text: ["A talk on celery."], post: "later"))]);

        Assert.Equal([new Correction("celary", "celery", Applied: false)], index.Search("celary").Corrections);
    }

    [Fact]
    public void A_talk_known_by_its_speaker_alone_is_not_ahead_of_one_with_a_topic()
    {
        using var index =
            SampleIndex.Of(Talk("Ada Muster", "Ada Muster", ["words"]), Talk("Growing tomatoes", "Ada Muster", ["words"], post: "other"));

        var scores = index.Search("ada muster").Hits.Select(hit => hit.Score).ToList();

        Assert.Equal(2, scores.Count);
        Assert.Equal(scores[0], scores[1]);
    }

    [Theory]
    [InlineData("scho")]
    [InlineData("shco")]
    [InlineData("schoef")]
    [InlineData("ed schoff")]
    public void Suggestions_forgive_a_slip_from_the_fourth_letter(string typed)
    {
        using var index = Day();
        using var searcher = index.Open();

        Assert.Equal("Ed Schofield", Assert.Single(searcher.Suggest(typed, budget: ThreadCost.Patience).Speakers).Name);
    }

    [Fact]
    public void Words_that_the_best_hit_lacks_are_given_up()
    {
        using var index = Day();

        var result = index.Search("celery zeppelin");

        Assert.Equal(["zeppelin"], result.Absent);
        Assert.Equal(["zeppelin"], result.GivenUp);
    }

    [Theory]
    [InlineData("tes")]
    [InlineData("die")]
    public void A_small_word_of_another_language_is_the_beginning_of_one_here(string typed)
    {
        using var index = SampleIndex.Of(Talk("Tests that sleep", text: ["Diesel engines."]), Talk("Other"));

        Assert.Equal("Tests that sleep", index.Topics(typed));
    }

    [Fact]
    public void A_misspelt_talk_is_never_ahead_of_the_right_one()
    {
        using var index = SampleIndex.Of(
            Talk("Misspelt", text: ["A talk about celary, celary and celary."]),
            Talk("Right", text: [string.Join(' ', Enumerable.Repeat("words between", 200)) + " celery"]),
            Talk("Filler one"), Talk("Filler two"), Talk("Filler three"));

        Assert.StartsWith("Right", index.Topics("celery"), StringComparison.Ordinal);
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
        using var index = Day();
        using var searcher = index.Open();

        var related = searcher.Related("post.roger-barnes", 3, budget: ThreadCost.Patience);

        Assert.Equal("Managing simulations with RQ", related[0].Talk.Talk.Topic);
        Assert.DoesNotContain(related, hit => hit.Talk.Talk.Id == "post.roger-barnes");
    }

    [Fact]
    public void Letters_bring_talks_names_and_completions()
    {
        using var index = Day();
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
