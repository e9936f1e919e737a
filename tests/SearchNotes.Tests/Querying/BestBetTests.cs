using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Tests.Indexing;
using Xunit;

namespace SearchNotes.Tests.Querying;

/// <summary>Talks and pages that the blog recommends for a query.</summary>
public sealed class BestBetTests : ReindexedFolder
{
    private const string Waiting = "2013-07-07-day-two.ann-lee";

    private IReadOnlyList<BestBetRule> rules = [];

    public BestBetTests() => WriteTwoPosts();

    [Theory]
    [InlineData("code of conduct")]
    [InlineData("  Code of Conduct ")]
    [InlineData("CODE of conduct?")]
    public void A_page_is_recommended_for_its_whole_query(string query)
    {
        rules = Rules("code of conduct > Our rules <https://blog.example/conduct/>");

        Assert.Equal([new BestBet("Our rules", "https://blog.example/conduct/", null)], Pages(query).BestBets);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("conduct of code")]
    [InlineData("the code of conduct")]
    [InlineData("")]
    public void No_other_query_has_it(string query)
    {
        rules = Rules("code of conduct > Our rules <https://blog.example/conduct/>");

        Assert.Empty(Pages(query).BestBets);
    }

    [Fact]
    public void A_talk_is_recommended_by_its_topic_unless_the_rule_has_a_title()
    {
        rules = Rules($"begin > {Waiting}", $"begin > Begin here <{Waiting}>");

        var bets = Pages("begin").BestBets;

        Assert.Equal(["Queues that wait", "Begin here"], bets.Select(bet => bet.Title));
        Assert.All(bets, bet => Assert.Equal(Waiting, bet.Talk?.Talk.Id));
    }

    [Fact]
    public void A_talk_that_is_gone_is_left_out()
    {
        rules = Rules("begin > no-such.talk", "begin > Elsewhere </begin/>");

        Assert.Equal(["Elsewhere"], Pages("begin").BestBets.Select(bet => bet.Title));
    }

    [Fact]
    public void A_talk_is_found_by_an_id_that_it_had_before()
    {
        rules = Rules($"begin > {Waiting}");
        Pages("begin");
        Write("2013-07-07-day-two.md",
            "---\ntitle: Queues\ntalks: one\nspeaker: Cyd Ellis\n---\n\n# Ann Lee on Queues that wait\n\nA queue is a line.\n");

        Assert.Equal("2013-07-07-day-two.cyd-ellis", Assert.Single(Pages("begin").BestBets).Talk?.Talk.Id);
    }

    [Fact]
    public void A_path_is_an_address_of_the_blog_where_that_is_known()
    {
        rules = Rules("begin > Begin here </begin/>");

        Assert.Equal("/begin/", Assert.Single(Pages("begin").BestBets).Url);
        Assert.Equal("https://blog.example/begin/", Assert.Single(Pages("begin", "https://blog.example").BestBets).Url);
    }

    [Fact]
    public void They_stand_on_the_first_page_of_hits_only()
    {
        rules = Rules($"queue > {Waiting}");
        Run(null);
        using var searcher = TalkSearcher.Open(Index);

        Assert.Single(searcher.PagesOf(new SearchRequest { Query = "queue" }).BestBets);
        Assert.Empty(searcher.PagesOf(new SearchRequest { Query = "queue", Page = 2 }).BestBets);
    }

    [Fact]
    public void A_change_of_the_rules_makes_a_new_commit()
    {
        Run(null);
        rules = Rules($"begin > {Waiting}");

        Assert.Equal("settings or the program changed", Run(null).RebuildReason);
    }

    [Theory]
    [InlineData("a b > T <https://x.example/>", "a b > T <https://x.example/>")]
    [InlineData(" a>2013-post.talk ", "a > 2013-post.talk")]
    [InlineData("a > T </p>", "a > T </p>")]
    [InlineData("a > https://x.example/", null)]
    [InlineData("a > T <//x.example/>", null)]
    [InlineData("a > T </\\x.example/>", null)]
    [InlineData("a > T <javascript:alert(1)//>", null)]
    [InlineData("a > T <p q>", null)]
    [InlineData("a > ", null)]
    [InlineData("! > id", null)]
    [InlineData("word", null)]
    public void A_rule_is_a_query_and_where_it_leads(string text, string? rule) => Assert.Equal(rule, BestBetRule.Parse(text)?.ToString());

    private static IReadOnlyList<BestBetRule> Rules(params string[] texts) => [.. texts.Select(BestBetRule.Parse).OfType<BestBetRule>()];

    private ReindexReport Run(string? site) => new Reindexer(
        new Corpus(new CorpusOptions { Root = Corpus, BestBets = rules, Defaults = new FolderOptions { SiteUrl = site } }), Index, TimeProvider.System).Run();

    private QueryPages Pages(string query, string? site = null)
    {
        Run(site);
        using var searcher = TalkSearcher.Open(Index);
        return searcher.PagesOf(new SearchRequest { Query = query });
    }
}
