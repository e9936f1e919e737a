using System.Net;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class ParameterTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Theory]
    [InlineData("page=0", "page", "0")]
    [InlineData("page=-1", "page", "-1")]
    [InlineData("page=two", "page", "two")]
    [InlineData("page=1001", "page", "1001")]
    [InlineData("page=99999999999999999999", "page", "99999999999999999999")]
    [InlineData("page=101", "page", "101")]
    [InlineData("page=11&per_page=100", "page", "11")]
    [InlineData("per_page=0", "per_page", "0")]
    [InlineData("per_page=101", "per_page", "101")]
    [InlineData("per_page=1e1", "per_page", "1e1")]
    [InlineData("sort=best", "sort", "best")]
    [InlineData("group=event", "group", "event")]
    [InlineData("kind=lecture", "kind", "lecture")]
    [InlineData("kind=talk&kind=lecture", "kind", "lecture")]
    [InlineData("language=english", "language", "english")]
    [InlineData("year=13", "year", "13")]
    [InlineData("year=2012..", "year", "2012..")]
    [InlineData("has=audio", "has", "audio")]
    [InlineData("explain=yes", "explain", "yes")]
    [InlineData("facets=0", "facets", "0")]
    [InlineData("facets=speaker,room", "facets", "speaker,room")]
    [InlineData("facets=speaker,", "facets", "speaker,")]
    [InlineData("facets=true,year", "facets", "true,year")]
    [InlineData("page=1&page=2", "page", "2 values")]
    public async Task A_wrong_parameter_is_refused_by_name_and_value(string query, string parameter, string value)
    {
        using var response = await _service.GetAsync($"/api/search?q=x&{query}");

        var problem = await RunningService.ReadAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Equal(value, problem.GetProperty("value").GetString());
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page=100")]
    [InlineData("page=10&per_page=100")]
    [InlineData("per_page=1&page=1000")]
    [InlineData("kind=q_and_a&kind=lightning_talk")]
    [InlineData("year=2012..2014&year=2016")]
    [InlineData("has=code&has=qa&has=quote&has=video")]
    [InlineData("sort=date_asc&group=post&language=en&page=&kind=")]
    public async Task Whatever_is_in_range_is_answered(string query)
    {
        using var response = await _service.GetAsync($"/api/search?q=x&{query}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_query_may_have_512_characters_and_no_more()
    {
        using var longest = await _service.GetAsync($"/api/search?q={new string('x', 512)}");
        using var longer = await _service.GetAsync($"/api/search?q={new string('x', 513)}");

        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        var problem = await RunningService.ReadAsync(longer);
        Assert.Equal("q", problem.GetProperty("parameter").GetString());
        Assert.Equal(200, problem.GetProperty("value").GetString()!.Length);
    }

    [Fact]
    public async Task Thousands_of_values_of_a_filter_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 300).Select(number => $"&tag={number}"));

        using var response = await _service.GetAsync($"/api/search?q=x{many}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("300 values", (await RunningService.ReadAsync(response)).GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("/api/suggest?limit=21", "limit")]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill/related?limit=0", "limit")]
    [InlineData("/api/speakers/ada-quill?per_page=0", "per_page")]
    [InlineData("/feed.atom?sort=no", "sort")]
    [InlineData("/tags/python?page=0", "page")]
    public async Task Every_endpoint_checks_its_parameters(string address, string parameter)
    {
        using var response = await _service.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (await RunningService.ReadAsync(response)).GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("/api/search?q=%00%ff%fe")]
    [InlineData("/api/search?q=%ED%A0%80")]
    [InlineData("/api/search?q=((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("/api/search?q=%E2%80%AEabc%E2%80%AC&speaker=%00")]
    [InlineData("/api/search?q=\"&q_&&&=&=x")]
    public async Task Odd_text_is_searched_for_or_refused_but_breaks_nothing(string address)
    {
        using var response = await _service.GetAsync(address);

        Assert.InRange((int)response.StatusCode, 200, 499);
    }
}
