using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

public sealed class TalkSearcherTests
{
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
        using var index = SeedDay();

        Assert.Equal(topic, index.Search(query).Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void What_must_not_be_there_is_nowhere()
    {
        using var index = SeedDay();

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
        using var index = SeedDay();

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
    public void Only_the_nearest_words_are_corrections_however_frequent_others_are()
    {
        using var index = SampleIndex.Of([Talk("Catching errors"), .. Enumerable.Range(1, 20).Select(number => Talk($"Caching {number}"))]);

        Assert.Equal(1, index.Search("catcihng").Total);
    }

    [Theory]
    [InlineData("ktinter", "tkinter")]
    [InlineData("forbiddenfriut", "forbiddenfruit")]
    [InlineData("forbidenfr", "forbiddenfruit")]
    public void Exchanged_first_letters_and_an_unfinished_word_are_corrected_too(string typed, string meant)
    {
        using var index = SeedDay();

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

    [Fact]
    public void Words_that_the_best_hit_lacks_are_given_up()
    {
        using var index = SeedDay();

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
}
