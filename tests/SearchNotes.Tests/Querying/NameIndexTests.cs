using SearchNotes.Querying;
using SearchNotes.Talks;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

public sealed class NameIndexTests
{
    private static SampleIndex Harbour() => SampleIndex.Of(
        Talk("Queues", "Ada Quill", post: "a", date: "2013-07-06", eventTitle: "HarbourConf Australia 2013", tags: ["C++", "queues"]),
        Talk("Maps", "Boris van Lang", post: "a", date: "2013-07-07", eventTitle: "HarbourConf Australia 2013", tags: ["maps"]),
        Talk("Boats", "Chiara Vale", post: "b", date: "2014-07-07", eventTitle: "HarbourConf Australia 2014", kind: TalkKind.Keynote),
        Talk("Nets", "Dora Vale", post: "c", date: "2015-07-07", eventTitle: "Nordic Open Nets Days 2015", kind: TalkKind.LightningTalk));

    [Theory]
    [InlineData("ada quill", "speaker:Ada Quill")]
    [InlineData("Quill, Ada", "speaker:Ada Quill")]
    [InlineData("quill", "speaker:Ada Quill")]
    [InlineData("a quill", "speaker:Ada Quill")]
    [InlineData("ada quil", "speaker:Ada Quill")]
    [InlineData("boris lang", "speaker:Boris van Lang")]
    [InlineData("vale", "speaker:Chiara Vale speaker:Dora Vale")]
    [InlineData("harbourconf australia 2013", "event:HarbourConf Australia 2013")]
    [InlineData("harbourconf au 2013", "event:HarbourConf Australia 2013")]
    [InlineData("harbourconfau 2013", "event:HarbourConf Australia 2013")]
    [InlineData("2013 harbour conf au", "event:HarbourConf Australia 2013")]
    [InlineData("harbourconf australia 2013 day two", "event:HarbourConf Australia 2013")]
    [InlineData("harbourconf au", "event:HarbourConf Australia 2014 event:HarbourConf Australia 2013")]
    [InlineData("nond 2015", "event:Nordic Open Nets Days 2015")]
    [InlineData("c++", "tag:C++")]
    [InlineData("queues", "tag:queues")]
    [InlineData("lightning talks", "kind:lightning_talk")]
    [InlineData("Keynotes", "kind:keynote")]
    // Another year is no slip, and a name in a longer query is not the whole of it.
    [InlineData("harbourconf australia 2015", "")]
    [InlineData("ada quill queues", "")]
    [InlineData("speaker:quill", "")]
    [InlineData("panels", "")]
    [InlineData("", "")]
    public void A_query_means_the_names_that_it_is(string query, string expected)
    {
        using var index = Harbour();
        using var searcher = TalkSearcher.Open(index.Folder);

        var found = searcher.PagesOf(new SearchRequest { Query = query }).Names;

        Assert.Equal(expected, string.Join(' ', found.Select(name => $"{name.Facet.Name}:{name.Named.Name}")));
    }

    [Fact]
    public void A_name_comes_with_its_talks_and_days()
    {
        using var index = Harbour();
        using var searcher = TalkSearcher.Open(index.Folder);

        var named = Assert.Single(searcher.PagesOf(new SearchRequest { Query = "harbourconf au 2013" }).Names).Named;

        Assert.Equal((2, new DateOnly(2013, 7, 6), new DateOnly(2013, 7, 7)), (named.Talks, named.FirstDay, named.LastDay));
    }

    [Theory]
    [InlineData("keynotes", "Boats")]
    [InlineData("lightning talks", "Nets")]
    [InlineData("Lightning-Talk", "Nets")]
    [InlineData("lightning talks nets", "Nets")]
    [InlineData("harbourconf keynotes", "Boats")]
    public void Words_for_a_kind_mean_the_kind(string query, string topic)
    {
        using var index = Harbour();

        Assert.Equal(topic, Assert.Single(index.Search(query).Hits).Talk.Talk.Topic);
    }

    [Fact]
    public void Words_for_a_kind_that_no_talk_has_are_words()
    {
        using var index = SampleIndex.Of(Talk("Control panels", "Ada Quill", ["Panels with knobs."]), Talk("Maps", "Boris Lang"));

        Assert.Equal("Control panels", Assert.Single(index.Search("panels").Hits).Talk.Talk.Topic);
        Assert.Equal("Control panels", Assert.Single(index.Search("panel").Hits).Talk.Talk.Topic);
    }
}
