using System.Net;
using System.Text.Json;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class SearchApiTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Fact]
    public async Task A_match_is_flagged_and_what_is_no_match_has_no_flag()
    {
        var json = await _service.JsonAsync("/api/search?q=newspapers");

        var runs = json.GetProperty("hits")[0].GetProperty("topic_runs").EnumerateArray().ToArray();
        var flagged = Assert.Single(runs, run => run.TryGetProperty("match", out var match) && match.GetBoolean());
        Assert.Equal("newspapers", flagged.GetProperty("text").GetString());
        Assert.Contains(runs, run => !run.TryGetProperty("match", out _));
    }

    [Fact]
    public async Task A_page_past_the_last_hit_is_empty_and_fine()
    {
        var json = await _service.JsonAsync("/api/search?q=queue&page=40");

        Assert.True(json.GetProperty("total").GetInt32() > 0);
        Assert.Empty(json.GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task An_empty_query_browses_newest_first()
    {
        var json = await _service.JsonAsync("/api/search");

        var dates = json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("date").GetString()).ToArray();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.Equal("2016-01-02", dates[0]);
    }

    [Fact]
    public async Task Filters_of_one_facet_are_ored_and_of_several_anded()
    {
        var either = await _service.JsonAsync("/api/search?speaker=Ada+Quill&speaker=Boris+Lang");
        var both = await _service.JsonAsync("/api/search?speaker=Ada+Quill&year=2015");

        Assert.Equal(3, either.GetProperty("total").GetInt32());
        Assert.Equal(1, both.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_unknown_parameter_is_ignored_and_noted()
    {
        var json = await _service.JsonAsync("/api/search?q=queue&colour=red");

        var note = Assert.Single(json.GetProperty("notes").EnumerateArray());
        Assert.Contains("\"colour\"", note.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, note.GetProperty("position").ValueKind);
    }

    [Fact]
    public async Task Other_pages_are_linked_with_the_same_question()
    {
        using var response = await _service.GetAsync("/api/search?q=&tag=conference&per_page=2&page=2");

        var link = Assert.Single(response.Headers.GetValues("Link"));
        Assert.Equal(
            "</api/search?tag=conference&per_page=2&page=1>; rel=\"first\", </api/search?tag=conference&per_page=2&page=1>; rel=\"prev\", "
            + "</api/search?tag=conference&per_page=2&page=3>; rel=\"next\", </api/search?tag=conference&per_page=2&page=3>; rel=\"last\"",
            link.Replace("q=&", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_facets_none_are_counted()
    {
        var json = await _service.JsonAsync("/api/search?q=queue&facets=false");

        Assert.All(json.GetProperty("facets").EnumerateObject(), facet => Assert.Equal(0, facet.Value.GetArrayLength()));
    }

    [Theory]
    [InlineData("year")]
    [InlineData("year,speaker")]
    public async Task Only_the_facets_that_are_asked_for_are_counted(string facets)
    {
        var json = await _service.JsonAsync($"/api/search?q=queue&facets={facets}");

        var all = await _service.JsonAsync("/api/search?q=queue&facets=true");
        Assert.All(json.GetProperty("facets").EnumerateObject(), facet => Assert.Equal(
            facets.Split(',').Contains(facet.Name) ? all.GetProperty("facets").GetProperty(facet.Name).GetRawText() : "[]",
            facet.Value.GetRawText()));
        Assert.NotEqual(0, json.GetProperty("facets").GetProperty("year").GetArrayLength());
    }

    [Fact]
    public async Task A_hit_is_explained_when_asked_for()
    {
        var json = await _service.JsonAsync("/api/search?q=queue&explain=true");

        var explain = json.GetProperty("hits")[0].GetProperty("explain");
        Assert.NotEmpty(explain.GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task Letters_as_they_are_typed_are_answered_from_all_sides()
    {
        var json = await _service.JsonAsync("/api/suggest?q=ada");

        Assert.Equal("ada", json.GetProperty("query").GetString());
        Assert.Contains(json.GetProperty("speakers").EnumerateArray(), speaker => speaker.GetProperty("name").GetString() == "Ada Quill");
        Assert.Equal(["query", "talks", "speakers", "tags", "events", "completions"], json.EnumerateObject()
            .Select(property => property.Name));
    }

    [Fact]
    public async Task Related_talks_are_other_talks()
    {
        var json = await _service.JsonAsync("/api/talks/2013-07-07-notes-conf-day-two.ada-quill/related?limit=3");

        var ids = json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).ToArray();
        Assert.InRange(ids.Length, 1, 3);
        Assert.DoesNotContain("2013-07-07-notes-conf-day-two.ada-quill", ids);
    }

    [Fact]
    public async Task A_speaker_has_their_talks_newest_first()
    {
        var json = await _service.JsonAsync("/api/speakers/ada-quill");

        Assert.Equal("Ada Quill", json.GetProperty("name").GetString());
        Assert.Equal(["2015-03-14", "2013-07-07"], json.GetProperty("talks").EnumerateArray()
            .Select(talk => talk.GetProperty("date").GetString()));
    }

    [Fact]
    public async Task Speakers_tags_and_events_are_listed_with_their_counts()
    {
        var speakers = await _service.JsonAsync("/api/speakers");
        var tags = await _service.JsonAsync("/api/tags");
        var events = await _service.JsonAsync("/api/events");

        Assert.Equal(["Ada Quill 2", "Boris Lang 1", "Chiara Vale 1", "Dimitri Oak 1"], Named(speakers.GetProperty("speakers")));
        Assert.Contains("parsing", tags.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("slug").GetString()));
        Assert.Equal("Parser Evening 2015", events.GetProperty("events")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Stats_count_what_there_is()
    {
        var json = await _service.JsonAsync("/api/stats");

        Assert.Equal(3, json.GetProperty("posts").GetInt32());
        Assert.Equal(5, json.GetProperty("talks").GetInt32());
        Assert.Equal(2013, json.GetProperty("first_year").GetInt32());
    }

    [Theory]
    [InlineData("/api/talks/nothing.like-this")]
    [InlineData("/api/talks/nothing.like-this/related")]
    [InlineData("/api/speakers/nobody")]
    public async Task What_is_not_there_is_404_with_a_problem(string address)
    {
        using var response = await _service.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(404, (await RunningService.ReadAsync(response)).GetProperty("status").GetInt32());
    }

    private static IEnumerable<string> Named(JsonElement list) =>
        list.EnumerateArray().Select(item => $"{item.GetProperty("name").GetString()} {item.GetProperty("talks").GetInt32()}");
}

/// <summary>One service for all tests of a class that only ask.</summary>
public sealed class SharedService : IAsyncLifetime
{
    public RunningService Service { get; private set; } = null!; // Set before the first test runs.

    public async ValueTask InitializeAsync() => Service = await RunningService.StartAsync();

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
