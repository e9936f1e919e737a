using System.Net;
using System.Xml.Linq;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The pages that lead to everything there is, and what search engines and previews are told.</summary>
public sealed class BrowsePagesTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Theory]
    [InlineData("/speakers", "Speakers", "href=\"/speakers/chiara-vale\"")]
    [InlineData("/tags", "Tags", "href=\"/tags/parsing\"")]
    [InlineData("/events", "Events", "href=\"/events/parser-evening-2015\"")]
    [InlineData("/talks", "All talks", "Recovering from errors")]
    public async Task Everything_is_on_a_page_that_every_page_links_to(string address, string title, string content)
    {
        var start = await _service.PageAsync("/");
        var page = await _service.PageAsync(address);

        Assert.Contains($"<a href=\"{address}\">", start, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(content, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_talks_of_the_API_are_all_talks_newest_first_and_no_posts()
    {
        var first = await _service.JsonAsync("/api/talks?per_page=2");
        var last = await _service.JsonAsync("/api/talks?per_page=2&page=3");

        Assert.Equal(5, first.GetProperty("total").GetInt32());
        Assert.Equal(["2015-03-14", "2015-03-14"], first.GetProperty("talks").EnumerateArray().Select(talk => talk.GetProperty("date").GetString()));
        Assert.Single(last.GetProperty("talks").EnumerateArray());
    }

    [Fact]
    public async Task Events_have_days_place_year_and_series_and_speakers_have_years()
    {
        var events = (await _service.JsonAsync("/api/events")).GetProperty("events");
        var speakers = (await _service.JsonAsync("/api/speakers")).GetProperty("speakers");

        Assert.Equal("""{"name":"Parser Evening 2015","slug":"parser-evening-2015","talks":2,"first_date":"2015-03-14","last_date":"2015-03-14","location":"Ghent","year":2015,"series":"parser-evening"}""",
            events[0].GetRawText());
        Assert.Equal("""{"name":"Ada Quill","slug":"ada-quill","talks":2,"first_year":2013,"last_year":2015}""", speakers[0].GetRawText());
    }

    [Fact]
    public async Task A_tag_and_an_event_are_shown_with_their_talks()
    {
        var tag = await _service.JsonAsync("/api/tags/parsing");
        var found = await _service.JsonAsync("/api/events/notes-conf-2013");

        Assert.Equal(2, tag.GetProperty("talks").EnumerateArray().Count(talk => talk.GetProperty("kind").GetString() != "post"));
        Assert.Equal(("notes-conf", 3, "Hobart, Tasmania"),
            (found.GetProperty("series").GetString(), found.GetProperty("total").GetInt32(), found.GetProperty("location").GetString()));
    }

    [Fact]
    public async Task An_event_is_a_programme_in_the_order_of_the_notes_with_event_and_place_once()
    {
        var page = await _service.PageAsync("/events/notes-conf-2013");
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];

        var at = new[] { "Classifying newspapers", "Queues that forgive", "Drawing maps by hand" }.Select(topic => main.IndexOf(topic, StringComparison.Ordinal));
        Assert.Equal(at.Order(), at);
        Assert.DoesNotContain(-1, at);
        Assert.Equal(2, main.Split("Hobart, Tasmania").Length);
        Assert.DoesNotContain("coffee was good", main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada quill", "href=\"/speakers/ada-quill\"")]
    [InlineData("notes conf 2013", "href=\"/events/notes-conf-2013\"")]
    [InlineData("parsing", "href=\"/tags/parsing\"")]
    public async Task The_card_of_a_name_stands_above_the_hits(string query, string link)
    {
        var page = await _service.PageAsync("/?q=" + Uri.EscapeDataString(query));

        var card = page.IndexOf("class=\"named\"", StringComparison.Ordinal);
        Assert.InRange(card, 1, page.IndexOf("class=\"hits\"", StringComparison.Ordinal));
        Assert.InRange(page.IndexOf(link, StringComparison.Ordinal), card, page.IndexOf("class=\"hits\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_blog_recommends_stands_above_the_hits_and_in_the_API()
    {
        var page = await _service.PageAsync("/?q=Code+of+conduct");
        var answer = await _service.JsonAsync("/api/search?q=code+of+conduct");
        var next = await _service.JsonAsync("/api/search?q=code+of+conduct&page=2");

        Assert.Contains("<a href=\"https://blog.example/conduct/\">Our rules &amp; more</a>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Recommended for <q dir=\"auto\">Code of conduct</q>", page, StringComparison.Ordinal);
        Assert.Equal("""[{"title":"Our rules & more","url":"https://blog.example/conduct/","talk_id":null}]""",
            answer.GetProperty("best_bets").GetRawText().Replace("\\u0026", "&", StringComparison.Ordinal));
        Assert.Equal(0, next.GetProperty("best_bets").GetArrayLength());
    }

    [Theory]
    [InlineData("ada quill", """{"facet":"speaker","name":"Ada Quill","slug":"ada-quill","talks":2,"first_year":2013,"last_year":2015,"location":null}""")]
    [InlineData("parser evening", """{"facet":"event","name":"Parser Evening 2015","slug":"parser-evening-2015","talks":2,"first_year":2015,"last_year":2015,"location":"Ghent"}""")]
    public async Task The_API_says_which_name_the_query_is(string query, string name)
    {
        var answer = await _service.JsonAsync("/api/search?q=" + Uri.EscapeDataString(query));

        Assert.Equal(name, answer.GetProperty("names")[0].GetRawText());
    }

    [Fact]
    public async Task Hits_come_before_filters_and_the_first_link_skips_to_them()
    {
        var page = await _service.PageAsync("/?q=by+hand");

        Assert.InRange(page.IndexOf("class=\"hits\"", StringComparison.Ordinal), 1, page.IndexOf("id=\"filters\"", StringComparison.Ordinal));
        Assert.Contains("<a class=\"skip\" href=\"#hits\">", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1000, 30 * 1024);
    }

    [Fact]
    public async Task The_years_are_drawn_where_there_are_several()
    {
        foreach (var address in (string[])["/", "/speakers/ada-quill", "/tags/conference", "/talks"])
        {
            var page = await _service.PageAsync(address);

            Assert.Contains("aria-label=\"Talks by year, 2013 to 2015;", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("class=\"strip\"", await _service.PageAsync("/events/notes-conf-2013"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_reached_from_a_search_has_its_words_marked_and_leads_to_its_neighbours()
    {
        const string talk = "/talks/2013-07-07-notes-conf-day-two.boris-lang";
        var plain = await _service.PageAsync(talk);
        var marked = await _service.PageAsync(talk + "?q=deadlines+enqueue");

        Assert.DoesNotContain("<mark>", plain, StringComparison.Ordinal);
        Assert.Contains("<mark>deadline</mark>", marked, StringComparison.Ordinal);
        Assert.Contains("<mark>enqueue</mark>", marked, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", plain, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crawlers_get_a_sitemap_of_all_pages_and_are_kept_from_lists_of_hits()
    {
        using var robots = await _service.GetAsync("/robots.txt");
        using var sitemap = await _service.GetAsync("/sitemap.xml");

        var text = await robots.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Disallow: /?\n", text, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {_service.Address}/sitemap.xml\n", text, StringComparison.Ordinal);
        var addresses = XDocument.Parse(await sitemap.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!
            .Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => loc.Value).ToArray();
        Assert.Contains($"{_service.Address}/talks/2013-07-07-notes-conf-day-two.ada-quill", addresses);
        Assert.Contains($"{_service.Address}/speakers/ada-quill", addresses);
        Assert.DoesNotContain($"{_service.Address}/talks/2016-01-02-why-i-take-notes", addresses);
        Assert.Equal(addresses.Distinct(), addresses);
    }

    [Fact]
    public async Task A_link_to_a_page_has_a_preview_and_an_icon()
    {
        var page = await _service.PageAsync("/talks/2013-07-07-notes-conf-day-two.ada-quill");
        using var icon = await _service.GetAsync("/favicon.ico");

        Assert.Contains("<meta property=\"og:title\" content=\"Classifying newspapers with support vectors", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:type\" content=\"article\">", page, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:url\" content=\"{_service.Address}/talks/", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (icon.StatusCode, icon.Content.Headers.ContentType?.MediaType));
    }
}
