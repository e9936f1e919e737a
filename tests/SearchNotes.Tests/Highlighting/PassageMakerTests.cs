using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Highlighting;

public sealed class PassageMakerTests
{
    private const string Filler = "Nothing of interest was said for quite a while, and then some more of the same followed at length. ";

    [Theory]
    [InlineData("Ed Schofield", "schofield", "Ed [Schofield]")]
    [InlineData("Celery, celery and CELERY!", "celery", "[Celery], [celery] and [CELERY]!")]
    [InlineData("nothing here", "celery", "nothing here")]
    [InlineData("the job queue, a queue", "\"job queue\"", "the [job queue], a queue")]
    [InlineData("Real-time systems", "time", "Real-[time] systems")]
    [InlineData("Don’t do this", "dont do", "[Don’t] [do] this")]
    [InlineData("Zürich", "zuerich", "[Zürich]")]
    [InlineData("ra\u0308t", "rat", "[ra\u0308t]")]
    public void A_name_is_cut_into_runs(string name, string query, string shown)
    {
        var runs = Highlighter.Runs(name, Some.Wanted(query), MatchField.Topic);

        Assert.Equal(shown, Some.Shown(runs));
        Assert.Equal(name, string.Concat(runs.Select(run => run.Text)));
    }

    [Fact]
    public void A_word_wanted_in_one_field_is_flagged_only_there()
    {
        var wanted = Some.Wanted("archer", MatchFields.Speaker);

        Assert.Equal("Ann [Archer]", Some.Shown(Highlighter.Runs("Ann Archer", wanted, MatchField.Speaker)));
        Assert.Equal("An archer's tale", Some.Shown(Highlighter.Runs("An archer's tale", wanted, MatchField.Topic)));
    }

    [Fact]
    public void Words_wanted_in_code_are_flagged_in_blocks_and_inside_sentences()
    {
        var wanted = Some.Wanted("fit", MatchFields.Code);
        var sentence = Some.Prose("A fit of rage: call clf.fit now.") with { InlineCode = [new(20, 7)] };

        var matches = Best(Some.Talk(sentence, Some.Code("clf.fit(x)")), wanted);

        Assert.Equal(["A fit of rage: call clf.[fit] now."], matches);
    }

    [Fact]
    public void A_piece_of_code_is_flagged_as_it_stands()
    {
        var matches =
            Best(Some.Talk(Some.Prose("q.enqueue( in prose"), Some.Code("job = Q.Enqueue(f)\nq.enqueue = 1")), Some.Literal("q.enqueue("));

        Assert.Equal(["job = [Q.Enqueue(]f)\nq.enqueue = 1"], matches);
    }

    [Fact]
    public void The_passage_with_most_of_the_words_is_shown_in_full_sentences()
    {
        var talk = Some.Talk(Some.Prose($"A queue. {Filler}{Filler}Redis holds the queue. {Filler}{Filler}"));

        Assert.Equal(
            ["[Redis] holds the [queue]. Nothing of interest was said for quite a while, and then some more of the same followed at length."],
            Best(talk, Some.Wanted("redis queue")));
    }

    [Fact]
    public void Words_far_apart_get_a_passage_each_in_the_order_of_the_text()
    {
        var talk = Some.Talk(Some.Prose($"A queue. {Filler}{Filler}{Filler}Redis and redis."));

        Assert.Collection(
            Best(talk, Some.Wanted("redis queue")),
            shown => Assert.StartsWith("A [queue]. Nothing", shown, StringComparison.Ordinal),
            shown => Assert.EndsWith("[Redis] and [redis].", shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_is_shown_once_unless_it_holds_further_words()
    {
        var talk = Some.Talk(
            [Some.Section("One"), Some.Section("Two")],
            Some.Prose("redis once", 0), Some.Code("pass", 0), Some.Prose("redis again", 0), Some.Code("pass", 0), Some.Prose("a queue", 0),
            Some.Prose("redis elsewhere", 1));

        Assert.Equal(["[redis] once", "a [queue]", "[redis] elsewhere"], Best(talk, Some.Wanted("redis queue")));
    }

    [Fact]
    public void A_short_item_of_a_list_comes_with_its_neighbours()
    {
        var talk = Some.Talk([Some.Section("One")], Some.Prose("Above all:"), Some.Prose("Things to use:", 0), Some.Prose("redis", 0),
            Some.Prose("a queue", 0), Some.Code("pass", 0));

        Assert.Equal(["Things to use: … [redis] … a queue"], Best(talk, Some.Wanted("redis")));
    }

    [Fact]
    public void A_short_question_comes_with_the_first_sentences_of_its_answer()
    {
        var talk = Some.Talk(Some.Passage(PassageKind.Qa, "Is redis fast?"), Some.Passage(PassageKind.Qa, $"It is. {Filler}{Filler}"));

        Assert.Equal([$"Is [redis] fast? … It is. {Filler.TrimEnd()}"], Best(talk, Some.Wanted("redis")));
    }

    [Theory]
    [InlineData("A state of rest of mind", "A [state] [of] [rest] of mind")]
    [InlineData("Rest of the state", "[Rest] of the [state]")]
    [InlineData("The state of affairs", "The [state] [of] affairs")]
    [InlineData("State. Of late, rest", "[State]. Of late, [rest]")]
    public void Words_that_say_nothing_are_flagged_only_beside_their_neighbours(string text, string shown)
    {
        var wanted = new HighlightQuery([new(["state"], 2), new(["of"], 1, Class: WordClass.FunctionWord), new(["rest"], 2)], [], []);

        Assert.Equal(shown, Some.Shown(Highlighter.Runs(text, wanted, MatchField.Topic)));
    }

    [Fact]
    public void Words_that_say_little_bring_no_passage_of_their_own()
    {
        var wanted = new HighlightQuery([new(["do"], 1, Class: WordClass.StopWord), new(["redis"], 2)], [], []);
        var talk = Some.Talk([Some.Section("One"), Some.Section("Two")], Some.Prose("What to do.", 0), Some.Prose("Redis, do.", 1));

        Assert.Equal(["[Redis], [do]."], Best(talk, wanted));
    }

    [Fact]
    public void A_query_of_such_words_alone_flags_them()
    {
        var wanted =
            new HighlightQuery([new(["the"], 1, Class: WordClass.FunctionWord), new(["a"], 1, Class: WordClass.FunctionWord)], [], []);

        Assert.Equal("[The] [A]-team", Some.Shown(Highlighter.Runs("The A-team", wanted, MatchField.Topic)));
    }

    [Fact]
    public void At_most_three_passages_are_shown()
    {
        var talk = Some.Talk([.. Enumerable.Range(0, 9).Select(i => Some.Section($"S{i}"))],
            [.. Enumerable.Range(0, 9).Select(i => Some.Prose("redis", i))]);

        Assert.Equal(3, Best(talk, Some.Wanted("redis")).Count);
    }

    [Fact]
    public void A_heading_is_shown_where_it_holds_what_no_passage_does()
    {
        var talk = Some.Talk([Some.Section("Using Redis", "using-redis")], Some.Prose("About queues: a queue.", 0));

        var matches = PassageMaker.Best(talk, Some.Wanted("redis queue"));

        Assert.Equal([(MatchField.Heading, "Using [Redis]"), (MatchField.Prose, "About queues: a [queue].")],
            matches.Select(match => (match.Field, Some.Shown(match))));
        Assert.All(matches, match => Assert.Equal("https://blog.example/a-day/#using-redis", match.Url));
    }

    [Fact]
    public void Topic_speakers_and_tags_are_shown_where_they_hold_what_no_passage_does()
    {
        var matches = PassageMaker.Best(Some.Talk(Some.Prose("Breakfast is a queue.")), Some.Wanted("celery archer vegetables breakfast"));

        Assert.Equal(
            [(MatchField.Topic, "[Celery] for [breakfast]"), (MatchField.Speaker, "Ann [Archer]"), (MatchField.Tag, "[vegetables]"),
                (MatchField.Prose, "[Breakfast] is a queue.")],
            matches.Select(match => (match.Field, Some.Shown(match))));
    }

    [Fact]
    public void Without_a_match_in_the_text_the_notes_show_their_opening()
    {
        var talk = Some.Talk(Some.Code("import antigravity"), Some.Prose($"Welcome. {Filler}{Filler}{Filler}"));

        Assert.StartsWith("Welcome. Nothing", Assert.Single(Best(talk, HighlightQuery.Empty)), StringComparison.Ordinal);
        Assert.StartsWith("Welcome. Nothing", Best(talk, Some.Wanted("archer"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_without_notes_shows_only_its_names()
    {
        Assert.Empty(Best(Some.Talk(), HighlightQuery.Empty));
        Assert.Equal(["[Celery] for breakfast"], Best(Some.Talk(), Some.Wanted("celery")));
    }

    [Fact]
    public void Code_keeps_its_lines_and_indentation()
    {
        var code = string.Join('\n', Enumerable.Range(1, 20).Select(i => i == 10 ? "    clf = LinearSVC()" : $"    step_{i}()")) + "\n";

        Assert.Equal(["    step_8()\n    step_9()\n    clf = [LinearSVC]()\n    step_11()\n    step_12()"],
            Best(Some.Talk(Some.Code(code)), Some.Wanted("linearsvc")));
    }

    [Fact]
    public void A_match_links_to_its_section_and_to_its_words()
    {
        var talk = Some.Talk([Some.Section("Examples", "examples"), Some.Section("No anchor")], Some.Prose("redis before", -1),
            Some.Prose("then redis - in, section", 0), Some.Prose("more redis here", 1));

        var matches = PassageMaker.Best(talk, Some.Wanted("redis"));

        Assert.Equal([null, "Examples", "No anchor"], matches.Select(match => match.Heading));
        Assert.Equal(
            ["https://blog.example/a-day/#ann-archer", "https://blog.example/a-day/#examples", "https://blog.example/a-day/#ann-archer"],
            matches.Select(match => match.Url));
        Assert.Equal("https://blog.example/a-day/#examples:~:text=redis%20%2D%20in%2C%20section", matches[1].TextFragmentUrl);
    }

    [Fact]
    public void Without_an_address_there_are_no_links()
    {
        var match = Assert.Single(PassageMaker.Best(Some.Talk(Some.Prose("redis")) with { PageUrl = null }, Some.Wanted("redis")));

        Assert.Null(match.Url);
        Assert.Null(match.TextFragmentUrl);
    }

    private static List<string> Best(StoredTalk talk, HighlightQuery wanted) => [.. PassageMaker.Best(talk, wanted).Select(Some.Shown)];
}
