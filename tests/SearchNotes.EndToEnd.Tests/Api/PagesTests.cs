using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed partial class PagesTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Fact]
    public async Task The_start_page_shows_a_stranger_what_there_is()
    {
        var page = await _service.PageAsync("/");

        Assert.Contains("5 talks", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/speakers/ada-quill\"", page, StringComparison.Ordinal);
        Assert.Contains("Parser Evening 2015", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/tags/parsing\"", page, StringComparison.Ordinal);
        Assert.Contains("Recovering from errors", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_show_topic_speaker_event_date_and_passage()
    {
        var page = await _service.PageAsync("/?q=linearsvc");

        Assert.Contains("<q dir=\"auto\">linearsvc</q>", page, StringComparison.Ordinal);
        Assert.Contains("Classifying newspapers with support vectors", page, StringComparison.Ordinal);
        Assert.Contains(">Ada Quill</a>", page, StringComparison.Ordinal);
        Assert.Contains("Notes Conf 2013", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2013-07-07\">7 July 2013</time>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>LinearSVC</mark>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/talks/2013-07-07-notes-conf-day-two.ada-quill\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_are_links_with_counts_and_a_chosen_one_can_be_taken_off()
    {
        var open = await _service.PageAsync("/?q=by+hand");
        var chosen = await _service.PageAsync("/?tag=conference&year=2015");

        Assert.Contains("q=by%20hand&amp;speaker=Chiara%20Vale", open, StringComparison.Ordinal);
        Assert.Contains("href=\"/?tag=conference\" title=\"Remove this filter\"", chosen, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\"", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_is_said_and_helped_with()
    {
        var page = await _service.PageAsync("/?q=xylophonist&kind=talk");

        Assert.Contains("Nothing found", page, StringComparison.Ordinal);
        Assert.Contains("What else to try", page, StringComparison.Ordinal);
        Assert.Contains("is in none of the notes", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_shows_the_newest_talks()
    {
        var page = await _service.PageAsync("/?q=zeppelin");

        Assert.Contains("<h2>Newest talks</h2>", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("<article class=\"hit\"").Length - 1);
    }

    [Theory]
    [InlineData("how do I start with a small model", true)]
    [InlineData("newspapers arrive every morning?", true)]
    [InlineData("newspapers arrive every morning", false)]
    [InlineData("how do I zeppelin", false)]
    public async Task A_question_has_its_best_passage_above_the_hits(string query, bool isAnswered)
    {
        var page = await _service.PageAsync("/?q=" + Uri.EscapeDataString(query));

        var answer = page.IndexOf("<figure class=\"answer\"", StringComparison.Ordinal);
        Assert.Equal(isAnswered, answer >= 0);
        if (isAnswered)
            Assert.InRange(answer, 0, page.IndexOf("<ol class=\"hits\">", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_talk_page_has_all_notes_in_order()
    {
        var page = await _service.PageAsync("/talks/2013-07-07-notes-conf-day-two.ada-quill");

        string[] expected =
        [
            "<h1 dir=\"auto\">Classifying newspapers with support vectors</h1>", "Ada Quill", "Hobart, Tasmania", "7 July 2013",
            "Newspapers arrive every morning", "Training", "Start with a small model", "clf = LinearSVC()",
            "A model nobody looks at is a rumour.",
            "How many newspapers were there?", "About nine thousand", "In the same post", "Queues that forgive",
        ];
        var position = 0;
        foreach (var text in expected)
        {
            var found = page.IndexOf(text, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{text}\" is missing after {position} in {page}");
            position = found;
        }
    }

    [Fact]
    public async Task A_talk_is_described_to_programs_as_an_event_and_the_post_about_it()
    {
        var page = await _service.PageAsync("/talks/2013-07-07-notes-conf-day-two.ada-quill");

        using var json = JsonDocument.Parse(LinkedData().Match(page).Groups[1].Value);
        var graph = json.RootElement.GetProperty("@graph");
        Assert.Equal("Event", graph[0].GetProperty("@type").GetString());
        Assert.Equal("Ada Quill", graph[0].GetProperty("performer")[0].GetProperty("name").GetString());
        Assert.Equal("2013-07-07", graph[0].GetProperty("startDate").GetString());
        Assert.Equal("BlogPosting", graph[1].GetProperty("@type").GetString());
        Assert.Equal(graph[0].GetProperty("@id").GetString(), graph[1].GetProperty("about").GetProperty("@id").GetString());
    }

    [Theory]
    [InlineData("/speakers/ada-quill", "Ada Quill", "Grammars you can read aloud")]
    [InlineData("/tags/parsing", "parsing", "Recovering from errors")]
    [InlineData("/events/parser-evening-2015", "Parser Evening 2015", "Recovering from errors")]
    public async Task Speakers_tags_and_events_have_pages(string address, string name, string talk)
    {
        var page = await _service.PageAsync(address);

        Assert.Contains($"<h1 dir=\"auto\">{name}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(talk, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/talks/nothing")]
    [InlineData("/speakers/nobody")]
    [InlineData("/tags/none")]
    [InlineData("/events/never")]
    public async Task A_page_that_is_not_there_is_404(string address)
    {
        using var response = await _service.GetAsync(address, ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Nothing here", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_parameter_is_told_to_people_in_a_page()
    {
        using var response = await _service.GetAsync("/?q=queue&sort=%3Cb%3E", ("Accept", "text/html"));

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<code>sort=&lt;b&gt;</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_search_is_a_feed()
    {
        using var response = await _service.GetAsync("/feed.atom?q=&tag=conference");

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(5, feed.Elements(atom + "entry").Count(entry => entry.Elements(atom + "author").Any()) - feed.Elements(atom + "entry")
            .Count(entry => entry.Element(atom + "title")!.Value.Contains("Day Two", StringComparison.Ordinal)));
        Assert.All(feed.Elements(atom + "entry"), entry => Assert.NotNull(entry.Element(atom + "updated")));
    }

    [Fact]
    public async Task An_entry_of_a_feed_is_the_same_at_every_address()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        async Task<string[]> Ids(string host)
        {
            using var response = await _service.SendAsync(HttpMethod.Get, "/feed.atom?q=queue", ("Host", host));
            return [.. XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!
                .Descendants(atom + "id").Select(id => id.Value)];
        }

        var ids = await Ids("notes.example");

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal));
        Assert.Equal(ids, await Ids("www.notes.example"));
    }

    [Fact]
    public async Task A_browser_can_take_it_as_a_search_engine()
    {
        using var response = await _service.GetAsync("/opensearch.xml");

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"template=\"{_service.Address}/?q={{searchTerms}}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embed_page_shows_the_snippet_with_this_address()
    {
        var page = await _service.PageAsync("/docs/embed");

        Assert.Contains($"&lt;script type=&quot;module&quot; src=&quot;{_service.Address}/search-box.js&quot;", page,
            StringComparison.Ordinal);
        Assert.Contains("https://blog.example", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex LinkedData();
}
