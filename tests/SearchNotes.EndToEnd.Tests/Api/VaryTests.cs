using System.Net;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Caches between the service and its readers must not give one site's answer to another.</summary>
public sealed class VaryTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Theory]
    [InlineData("GET", "/api/search?q=queue", 200)]
    [InlineData("HEAD", "/api/search?q=queue", 200)]
    [InlineData("GET", "/API/search?q=queue", 200)]
    [InlineData("GET", "/api/suggest?q=qu", 200)]
    [InlineData("GET", "/api/stats", 200)]
    [InlineData("GET", "/api/search?page=0", 400)]
    [InlineData("HEAD", "/api/search?page=0", 400)]
    [InlineData("GET", "/api/tasks/x", 401)]
    [InlineData("POST", "/api/reindex", 401)]
    [InlineData("GET", "/api/talks/nothing", 404)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("DELETE", "/api/search", 405)]
    [InlineData("OPTIONS", "/api/search", 204)]
    public async Task Every_answer_below_api_says_that_it_depends_on_the_origin(string method, string address, int status)
    {
        foreach (var origin in (string?[])[null, "https://blog.example", "https://other.example", "null"])
        {
            (string, string)[] headers = origin is null ? [] : [("Origin", origin)];
            using var response = await _service.SendAsync(new HttpMethod(method), address, headers);

            Assert.Equal((HttpStatusCode)status, response.StatusCode);
            Assert.Single(response.Headers.Vary, "Origin");
        }
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_says_so_too()
    {
        using var first = await _service.GetAsync("/api/search?q=queue");
        using var second = await _service.GetAsync("/api/search?q=queue", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Single(second.Headers.Vary, "Origin");
    }

    [Fact]
    public async Task A_client_that_is_turned_away_is_told_so_too()
    {
        await using var service = await RunningService.StartAsync(
            options => options with { LimitLoopback = true, Burst = 1, RequestsPerSecond = 1 });

        using (await service.GetAsync("/api/stats"))
        { }
        using var refused = await service.GetAsync("/api/stats");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Single(refused.Headers.Vary, "Origin");
    }

    [Fact]
    public async Task Without_an_index_it_is_said_too()
    {
        await using var service = await RunningService.StartWithoutIndexAsync();

        using var response = await service.GetAsync("/api/search?q=queue");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(response.Headers.Vary, "Origin");
    }

    [Fact]
    public async Task The_search_page_in_another_form_is_another_answer_also_where_it_has_not_changed()
    {
        var form = ("Accept", "text/plain");
        using var first = await _service.GetAsync("/?q=queue", form);
        using var second = await _service.GetAsync("/?q=queue", form, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var wrong = await _service.GetAsync("/?page=0", form);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.All([first, second, wrong],
            response => Assert.Superset(new HashSet<string> { "Accept", "User-Agent" }, response.Headers.Vary.ToHashSet()));
    }
}
