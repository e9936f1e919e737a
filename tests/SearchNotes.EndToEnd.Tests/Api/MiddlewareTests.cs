using System.Globalization;
using System.Net;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class MiddlewareTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    private const string PolicyOfApi = "default-src 'none'; frame-ancestors 'none'";
    private const string PolicyOfPages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=queue")]
    [InlineData("/talks/2013-07-07-notes-conf-day-two.ada-quill")]
    [InlineData("/speakers/ada-quill")]
    [InlineData("/nothing-here")]
    [InlineData("/docs/index.html")]
    [InlineData("/docs/embed")]
    public async Task Every_page_has_a_strict_policy_and_tells_nothing_of_the_server(string address)
    {
        using var response = await _service.GetAsync(address, ("Accept", "text/html"));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(PolicyOfPages, policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [InlineData("/api/search?q=queue")]
    [InlineData("/api/search?page=0")]
    [InlineData("/api/suggest?q=qu")]
    [InlineData("/api/reindex")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/feed.atom")]
    [InlineData("/opensearch.xml")]
    [InlineData("/openapi.yaml")]
    [InlineData("/search-box.js")]
    [InlineData("/nothing-here")]
    public async Task Every_other_answer_is_what_it_says_runs_nothing_and_tells_nothing_of_the_server(string address)
    {
        using var response = await _service.GetAsync(address);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? PolicyOfApi : PolicyOfPages,
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain(_service.IndexFolder, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_is_get_without_a_body()
    {
        using var get = await _service.GetAsync("/api/search?q=queue");
        using var head = await _service.SendAsync(HttpMethod.Head, "/api/search?q=queue");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_method_that_does_not_work_is_told_which_do()
    {
        using var response = await _service.SendAsync(HttpMethod.Delete, "/api/search");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Options_says_what_works()
    {
        using var response = await _service.SendAsync(HttpMethod.Options, "/api/reindex");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["OPTIONS", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_for_programs_and_a_page_for_people()
    {
        using var program = await _service.GetAsync("/nothing/here");
        using var api = await _service.GetAsync("/api/nothing", ("Accept", "text/html"));
        using var person = await _service.GetAsync("/nothing/here", ("Accept", "text/html,*/*"));

        Assert.All([program, api, person], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        Assert.Equal("text/html", person.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_request_has_an_id_that_problems_repeat_and_a_trace_gives()
    {
        using var plain = await _service.GetAsync("/api/talks/nothing");
        using var traced = await _service.GetAsync("/healthz", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        var id = Assert.Single(plain.Headers.GetValues("X-Request-Id"));
        Assert.Equal(id, (await RunningService.ReadAsync(plain)).GetProperty("request_id").GetString());
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", Assert.Single(traced.Headers.GetValues("X-Request-Id")));
    }

    [Fact]
    public async Task The_blog_may_call_the_api_and_nobody_else_may()
    {
        using var blog = await _service.GetAsync("/api/search?q=queue", ("Origin", "https://blog.example"));
        using var other = await _service.GetAsync("/api/search?q=queue", ("Origin", "https://other.example"));
        using var page = await _service.GetAsync("/", ("Origin", "https://blog.example"), ("Accept", "text/html"));

        Assert.Equal("https://blog.example", Assert.Single(blog.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(blog.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", blog.Headers.Vary);
    }

    [Theory]
    [InlineData("GET", "https://blog.example", true)]
    [InlineData("GET", "https://BLOG.example", true)]
    [InlineData("POST", "https://blog.example", false)]
    [InlineData("DELETE", "https://blog.example", false)]
    [InlineData("GET", "https://other.example", false)]
    public async Task A_page_that_asks_first_may_read_for_an_hour_and_change_nothing(string method, string origin, bool isAllowed)
    {
        using var response =
            await _service.SendAsync(HttpMethod.Options, "/api/search?q=queue", ("Origin", origin),
                ("Access-Control-Request-Method", method));

        var methods = response.Headers.TryGetValues("Access-Control-Allow-Methods", out var told) ? string.Join(',', told) : "";
        var age = response.Headers.TryGetValues("Access-Control-Max-Age", out var seconds) ? string.Join(',', seconds) : "";
        var isOrigin = response.Headers.Contains("Access-Control-Allow-Origin");
        Assert.Equal(isAllowed, isOrigin && methods.Split(',', StringSplitOptions.TrimEntries).Contains(method, StringComparer.Ordinal));
        if (isAllowed)
            Assert.Equal("3600", age);
    }

    [Fact]
    public async Task A_refused_origin_is_said_once_with_the_setting_to_add()
    {
        for (var times = 0; times < 3; times++)
        {
            using (await _service.GetAsync("/api/search?q=queue", ("Origin", "https://once.example")))
            { }
        }

        Assert.Equal(1, _service.Log.Count("add \"https://once.example\" to the setting allowed_origins"));
    }

    [Fact]
    public async Task What_people_search_for_is_not_logged()
    {
        using (await _service.GetAsync("/api/search?q=very-private-matter"))
        { }
        using (await _service.GetAsync("/api/search?q=very-private-matter&page=0"))
        { }
        using (await _service.GetAsync("/very-private-matter"))
        { }

        Assert.False(_service.Log.Any("very-private-matter"));
        Assert.False(_service.Log.Any("127.0.0.1"));
    }

    [Fact]
    public async Task A_request_is_logged_by_its_route_where_that_is_set()
    {
        await using var service = await RunningService.StartAsync(options => options with { LogRequests = true });

        using (await service.GetAsync("/api/talks/very-private-matter"))
        { }
        using (await service.GetAsync("/nowhere/very-private-matter"))
        { }
        using (await _service.GetAsync("/api/talks/another-matter"))
        { }

        Assert.True(service.Log.Any(" GET /api/talks/{id} 404 "));
        Assert.True(service.Log.Any(" GET (none) 404 "));
        Assert.False(service.Log.Any("very-private-matter"));
        Assert.False(_service.Log.Any(" GET /api/talks/{id} 404 "));
    }

    [Theory]
    [InlineData("/api/search", "application/json")]
    [InlineData("/docs/embed", "text/html")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/llms.txt", "text/markdown")]
    [InlineData("/search-box.js", "text/javascript")]
    [InlineData("/feed.atom", "application/atom+xml")]
    [InlineData("/opensearch.xml", "application/opensearchdescription+xml")]
    [InlineData("/openapi.yaml", "application/yaml")]
    public async Task Answers_of_every_text_type_are_compressed(string address, string type)
    {
        using var response = await _service.GetAsync(address, ("Accept-Encoding", "gzip"));

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task One_client_may_not_ask_without_end()
    {
        await using var service =
            await RunningService.StartAsync(options => options with { LimitLoopback = true, Burst = 5, RequestsPerSecond = 1 });

        var responses = await AskAtOnceAsync(number => service.GetAsync($"/api/search?q=queue+{number}"));
        using var health = await service.GetAsync("/healthz");

        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.OK);
        var refused = responses.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("r=0", Assert.Single(refused.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
        Assert.Equal("\"client\";q=5;w=5", Assert.Single(refused.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task This_machine_is_not_limited_unless_set()
    {
        await using var service = await RunningService.StartAsync(options => options with { Burst = 1, RequestsPerSecond = 1 });

        for (var times = 0; times < 5; times++)
        {
            using var response = await service.GetAsync("/api/search?q=queue");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(response.Headers.Contains("RateLimit"));
        }
    }

    [Theory]
    [InlineData("192.0.2.{0}", false)]
    [InlineData("192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.{0}", false)]
    [InlineData("2001:db8:0:{0}::1", false)]
    [InlineData("2001:db8:0:1::{0}", true)]
    [InlineData("2001:db8:0:1:{0}00::1", true)]
    public async Task Behind_a_known_proxy_each_client_has_a_limit_of_its_own_and_a_network_of_64_bits_is_one(string client, bool isOne)
    {
        await using var service =
            await RunningService.StartAsync(options => options with { Proxies = ["127.0.0.1"], Burst = 2, RequestsPerSecond = 1 });

        var responses =
            await AskAtOnceAsync(number =>
                service.GetAsync("/api/search?q=queue", ("X-Forwarded-For", string.Format(CultureInfo.InvariantCulture, client, number))));

        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(isOne, responses.Any(response => response.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData("https://blog.example.evil.com")]
    [InlineData("https://blog.example:8443")]
    [InlineData("https://blog.exampl")]
    [InlineData("https://not-blog.example")]
    [InlineData("https://evil.blog.example")]
    [InlineData("http://blog.example")]
    [InlineData("https://blog.example/")]
    [InlineData("https://blog.example@evil.com")]
    [InlineData("null")]
    public async Task An_origin_that_resembles_the_blogs_is_another_one(string origin)
    {
        using var response = await _service.GetAsync("/api/search?q=queue", ("Origin", origin));

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_stranger_cannot_pretend_to_be_a_proxy()
    {
        await using var service =
            await RunningService.StartAsync(options =>
                options with { Proxies = ["192.0.2.77"], LimitLoopback = true, Burst = 1, RequestsPerSecond = 1 });

        var responses = await AskAtOnceAsync(number => service.GetAsync("/api/search?q=queue", ("X-Forwarded-For", $"192.0.2.{number}")));
        using var ready = await service.GetAsync("/readyz");

        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task Searches_beyond_cores_and_queue_are_turned_away_with_a_time_to_come_back()
    {
        await using var service = await RunningService.StartAsync(options => options with { ConcurrentSearches = 1, SearchQueue = 0 });

        var answers =
            await Task.WhenAll(Enumerable.Range(0, 200)
                .Select(number => service.GetAsync($"/api/search?q=queue+or+map+{number}*&explain=true")));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable));
        Assert.All(answers.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable),
            answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    /// <summary>Numbered from 1, so many requests together that no refilled bucket lets all of them pass, however long the machine
    /// takes.</summary>
    private static Task<HttpResponseMessage[]> AskAtOnceAsync(Func<int, Task<HttpResponseMessage>> ask) =>
        Task.WhenAll(Enumerable.Range(1, 200).Select(ask));
}
