using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Posts;
using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>What is found while a word is being typed.</summary>
public sealed class TypingTests
{
    [Theory]
    [InlineData("lanterns")]
    [InlineData("lanternsm")]
    [InlineData("lanternsmith")]
    public void A_word_is_completed_although_the_text_so_far_is_a_form_of_another_word(string typed)
    {
        using var index = SampleIndex.Of(
            Talk("Lanternsmith in the yard"),
            Talk("Walking at night", text: ["A lantern helps."], post: "a"),
            Talk("Camping", text: ["Bring a lantern and a stove."], post: "b"),
            Talk("Bread", text: ["Flour and water."], post: "c"));

        Assert.Contains("Lanternsmith in the yard", index.Topics(typed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_word_is_not_completed()
    {
        using var index = SampleIndex.Of(Talk("Lanternsmith in the yard"), Talk("Camping", text: ["Bring a lantern."], post: "b"));

        Assert.Equal("Camping", index.Topics("lantern "));
    }

    [Theory]
    [InlineData("brew.j", "brew.js explained")]
    [InlineData("slow-c", "slow-cooking")]
    [InlineData("slow-co", "slow-cooking")]
    [InlineData("c++1", "c++17 without tears")]
    [InlineData("cook@kit", "cook@kitchen.example answers")]
    public void Every_kind_of_token_is_completed(string typed, string topic)
    {
        using var index = SampleIndex.Of(
            Talk(topic), Talk("Bread", text: ["Flour, water, c and a kit for a slow cook."], post: "c"), Talk("Rivers", post: "d"));

        Assert.Equal(topic, index.Search(typed).Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void A_half_typed_word_counts_by_its_completions()
    {
        using var index = SampleIndex.Of(
            [
                .. Enumerable.Range(0, 12).Select(i => Talk($"Yard {i}", text: ["The garden hoop and a mow."], post: $"p{i}")),
                Talk("Watering", text: ["A garden moth sat there, and a moth again."], post: "w"),
            ]);

        Assert.Equal("Watering", index.Search("garden mot").Hits[0].Talk.Talk.Topic);
    }

    [Fact]
    public void The_best_talks_with_the_word_as_typed_come_before_completions()
    {
        using var index = SampleIndex.Of(
            Talk("Cartography", text: ["cartography, cartography and maps"]),
            Talk("Moving house", text: ["A cart will do."], post: "a"),
            Talk("Market day", text: ["One cart, two horses."], post: "b"));

        Assert.Equal("Cartography", index.Search("cart").Hits[2].Talk.Talk.Topic);
    }

    [Fact]
    public void A_completion_is_not_pushed_below_all_talks_that_contain_the_text_so_far()
    {
        using var index = Carts(12, i => string.Concat(Enumerable.Repeat(" and so on and on", i * i)));

        Assert.Equal("Cartography", index.Search("cart").Hits[Ranking.TalksAboveExpansions].Talk.Talk.Topic);
    }

    [Fact]
    public void Talks_of_equal_score_come_before_completions_together()
    {
        using var index = Carts(5, static _ => "");

        Assert.Equal("Cartography", index.Search("cart").Hits[5].Talk.Talk.Topic);
    }

    /// <summary>One talk that only a completion of "cart" finds, and talks that contain the word.</summary>
    private static SampleIndex Carts(int count, Func<int, string> more) => SampleIndex.Of(
        [
            Talk("Cartography", text: ["cartography, cartography and maps"]),
            .. Enumerable.Range(0, count).Select(i =>
                Talk($"Market day {i}", text: [$"One cart, two horses and a long way home.{more(i)}"], post: $"p{i}")),
        ]);

    [Fact]
    public void A_stop_word_of_a_topic_comes_before_its_completions()
    {
        using var index = SampleIndex.Of(
            [
                Talk("Living with bees", text: ["Honey."]),
                .. Enumerable.Range(0, 12).Select(i => Talk($"Without {i}", text: ["Nothing is without a reason."], post: $"p{i}")),
            ]);

        Assert.Equal("Living with bees", index.Search("with").Hits[0].Talk.Talk.Topic);
    }

    [Theory]
    [InlineData("qu", "que", "Queues at the bakery")]
    [InlineData("que", "que", "Queues at the bakery")]
    [InlineData("den", "den", "Density of bread")]
    [InlineData("des", "des", "Desserts for two")]
    [InlineData("the", "the", "Theory of knots")]
    public void A_stop_word_outside_topics_ranks_below_the_words_that_begin_with_it(string typed, string stopWord, string topic)
    {
        var text = string.Concat(Enumerable.Repeat($"Comimos el pan {stopWord} trajo la vecina de la bakery de su hermana. ", 10));
        using var index = SampleIndex.Of(
            [Talk(topic), .. Enumerable.Range(0, 12).Select(i => Talk($"Pan {i}", text: [text], post: $"p{i}"))]);

        Assert.Equal(topic, index.Search(typed).Hits[0].Talk.Talk.Topic);
    }

    [Theory]
    [InlineData("d'", "d'avance")]
    [InlineData("brew.", "brew.js explained")]
    [InlineData("slow-", "slow-cooking")]
    public void A_word_may_go_on_behind_a_sign(string typed, string topic)
    {
        using var index = SampleIndex.Of(
            [Talk(topic), .. Enumerable.Range(0, 12).Select(i => Talk($"Bread {i}", text: ["d d, brew brew, slow slow, c c."], post: $"p{i}"))]);

        Assert.Contains(topic, index.Topics(typed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_typed_word_is_no_form_of_a_stop_word()
    {
        using var index = SampleIndex.Of(Talk("Theory of knots"), Talk("Bread", text: ["The flour and the water."], post: "a"));

        Assert.Equal("Theory of knots", index.Topics("theor"));
    }

    /// <summary>Types every word of every topic of the repository's corpus letter by letter.</summary>
    [Fact]
    public void A_talk_stays_on_the_first_page_while_a_word_of_its_topic_is_typed()
    {
        var folder = Directory.CreateTempSubdirectory("searchnotes-").FullName;
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(Repository.Root, "corpus") });
        new Reindexer(corpus, folder, TimeProvider.System).Run();
        using (var searcher = TalkSearcher.Open(folder))
        {
            var words = corpus.List().SelectMany(file => searcher.DocumentsOfPost(file.Id))
                .SelectMany(stored => Words(stored.Talk.Topic).Select(word => (stored.Talk.Id, Word: word))).ToList();
            var holes = words.Where(typed => LeavesFirstPage(searcher, typed.Id, typed.Word)).Select(typed => typed.Word).ToList();

            Assert.True(holes.Count <= 0.02 * words.Count, $"{holes.Count} of {words.Count}: {string.Join(' ', holes)}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> Words(string topic)
    {
        var tokens = new List<Token>();
        new TextTokens().Read(topic, isCode: false, [], tokens);
        return tokens.Where(token => token.End - token.Start >= 4).Select(token => topic[token.Start..token.End]).Distinct();
    }

    private static bool LeavesFirstPage(TalkSearcher searcher, string id, string word)
    {
        var wasThere = false;
        for (var length = 1; length <= word.Length; length++)
        {
            var request = new SearchRequest { Query = word[..length], Facets = [], Budget = ThreadCost.Patience };
            var isThere = searcher.Search(request).Hits.Any(hit => hit.Talk.Talk.Id == id);
            if (wasThere && !isThere)
                return true;
            wasThere = isThere;
        }

        return false;
    }
}
