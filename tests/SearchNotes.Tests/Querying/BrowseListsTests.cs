using SearchNotes.Indexing;
using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

public sealed class BrowseListsTests
{
    [Theory]
    [InlineData("pycon-australia-2013", "pycon-australia", 2013)]
    [InlineData("2014-fosdem-brussels", "fosdem-brussels", 2014)]
    [InlineData("lca2010", "lca", 2010)]
    [InlineData("devfest-2015-nantes", "devfest-nantes", 2015)]
    [InlineData("31c3", "31c3", null)]
    [InlineData("2013", "2013", 2013)]
    [InlineData("build-20190", "build-20190", null)]
    public void The_years_of_an_event_share_a_series(string slug, string series, int? year)
    {
        var named = new NamedCount("", slug, 1);

        Assert.Equal(series, named.Series);
        Assert.Equal(year, named.Year);
    }

    [Fact]
    public void An_event_has_its_days_and_the_place_that_most_of_its_talks_name()
    {
        var first = Talk("Queues", "Ada Quill", date: "2013-07-06", eventTitle: "Harbour Conf") with { Location = "Hobart" };
        using var index = SampleIndex.Of(first,
            Talk("Maps", "Boris Lang", date: "2013-07-07", eventTitle: "Harbour Conf") with { Location = "Hobart, Tasmania" },
            Talk("Boats", "Chiara Vale", date: "2013-07-07", eventTitle: "Harbour Conf") with { Location = "Hobart, Tasmania" },
            Talk("Nets", "Dimitri Oak", eventTitle: "Net Night"));
        using var searcher = TalkSearcher.Open(index.Folder);

        var events = searcher.Events();

        Assert.Equal(["Harbour Conf", "Net Night"], events.Select(found => found.Name));
        Assert.Equal((new DateOnly(2013, 7, 6), new DateOnly(2013, 7, 7), "Hobart, Tasmania", 2013),
            (events[0].FirstDay, events[0].LastDay, events[0].Location, events[0].Year));
        Assert.Equal((null, null, null, null), (events[1].FirstDay, events[1].LastDay, events[1].Location, events[1].Year));
    }

    [Fact]
    public void A_talk_counts_for_the_year_of_its_event_and_a_feed_for_that_of_its_post()
    {
        StoredTalk At(string topic, string post, string date) => Talk(topic, post: post, date: date);
        using var index = SampleIndex.Of(
            At("Late notes", "a", "2017-02-03") with { EventYear = 2013 },
            At("Early notes", "b", "2014-01-01"),
            At("A day", "c", "2016-01-01") with { EventDate = new DateOnly(2012, 5, 6), EventYear = 2012 });

        var found = index.Search("");

        Assert.Equal(["Early notes", "Late notes", "A day"], found.Hits.Select(hit => hit.Talk.Talk.Topic));
        Assert.Equal(["2014", "2013", "2012"], found.Facets[Facet.Year].Select(year => year.Value));
        Assert.Equal("Late notes", Assert.Single(index.Search("year:2013").Hits).Talk.Talk.Topic);
        Assert.Empty(index.Search("year:2017").Hits);
        using var searcher = TalkSearcher.Open(index.Folder);
        Assert.Equal(["Late notes", "A day", "Early notes"],
            searcher.Search(new SearchRequest { Sort = SearchSort.PublishedDescending }).Hits.Select(hit => hit.Talk.Talk.Topic));
    }

    [Fact]
    public void Talks_with_a_recording_are_found_by_it()
    {
        using var index = SampleIndex.Of(
            Talk("Queues", "Ada Quill") with { VideoUrl = "https://media.example/42" }, Talk("Maps", "Boris Lang"));

        Assert.Equal("Queues", Assert.Single(index.Search("has:video").Hits).Talk.Talk.Topic);
    }
}
