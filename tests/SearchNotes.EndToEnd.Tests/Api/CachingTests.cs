using System.Net;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class CachingTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly RunningService _service = shared.Service;

    [Theory]
    [InlineData("/api/search?q=queue")]
    [InlineData("/api/suggest?q=qu")]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill")]
    [InlineData("/api/speakers")]
    [InlineData("/api/stats")]
    [InlineData("/")]
    [InlineData("/?q=queue")]
    [InlineData("/talks/2013-07-07-notes-conf-day-two.ada-quill")]
    [InlineData("/feed.atom?q=queue")]
    public async Task An_answer_that_has_not_changed_is_not_sent_again(string address)
    {
        using var first = await _service.GetAsync(address, ("Accept", "text/html"));
        var etag = first.Headers.ETag!;

        using var second = await _service.GetAsync(address, ("Accept", "text/html"), ("If-None-Match", etag.ToString()));

        Assert.True(etag.IsWeak);
        // What pages and feeds link to here is the host of this request, so they are for this client alone.
        Assert.Equal((true, address.StartsWith("/api/", StringComparison.Ordinal)),
            (first.Headers.CacheControl?.NoCache, first.Headers.CacheControl?.Public));
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        Assert.Equal(first.Headers.Vary.Order(), second.Headers.Vary.Order());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(etag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A validator is one of this very answer; there is none of what was never there.</summary>
    [Theory]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill", "/api/talks/nothing")]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill/related", "/api/talks/nothing/related")]
    [InlineData("/api/speakers/ada-quill", "/api/speakers/nobody")]
    [InlineData("/talks/2013-07-07-notes-conf-day-two.ada-quill", "/talks/nothing")]
    [InlineData("/talks/2016-01-02-why-i-take-notes", "/talks/nothing")]
    [InlineData("/speakers/ada-quill", "/speakers/nobody")]
    [InlineData("/tags/parsing", "/tags/none")]
    [InlineData("/events/parser-evening-2015", "/events/never")]
    public async Task What_is_not_there_is_not_said_to_be_unchanged(string there, string missing)
    {
        using var response = await _service.GetAsync(missing, ("If-None-Match", await EtagAsync(there)));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/talks/2013-07-07-notes-conf-day-two.ada-quill", "/api/talks/2013-07-07-notes-conf-day-two.boris-lang")]
    [InlineData("/api/speakers/ada-quill", "/api/speakers/boris-lang")]
    [InlineData("/talks/2013-07-07-notes-conf-day-two.ada-quill", "/talks/2013-07-07-notes-conf-day-two.boris-lang")]
    [InlineData("/speakers/ada-quill", "/speakers/boris-lang")]
    [InlineData("/tags/parsing", "/tags/meta")]
    public async Task One_answer_is_not_another(string one, string other)
    {
        using var response = await _service.GetAsync(other, ("If-None-Match", await EtagAsync(one)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Queries_that_mean_the_same_share_a_validator_and_others_do_not()
    {
        var plain = await EtagAsync("/api/search?q=queue+jobs");
        var spaced = await EtagAsync("/api/search?q=++queue+++jobs+");
        var other = await EtagAsync("/api/search?q=queue+job");
        var filtered = await EtagAsync("/api/search?q=queue+jobs&tag=python");

        Assert.Equal(plain, spaced);
        Assert.NotEqual(plain, other);
        Assert.NotEqual(plain, filtered);
    }

    [Fact]
    public async Task A_list_of_validators_is_understood()
    {
        var etag = await EtagAsync("/api/search?q=queue");

        using var listed = await _service.GetAsync("/api/search?q=queue", ("If-None-Match", $"\"old\", {etag}, \"older\""));
        using var old = await _service.GetAsync("/api/search?q=queue", ("If-None-Match", "\"old\""));

        Assert.Equal(HttpStatusCode.NotModified, listed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Fact]
    public async Task The_time_taken_is_told_beside_the_answer_and_the_answer_stays_the_same()
    {
        using var first = await _service.GetAsync("/api/search?q=semicolon");
        using var second = await _service.GetAsync("/api/search?q=semicolon");
        using var third = await _service.GetAsync("/api/search?q=semicolon");

        Assert.Contains("search;dur=", Assert.Single(first.Headers.GetValues("Server-Timing")), StringComparison.Ordinal);
        Assert.Contains("search;dur=", Assert.Single(second.Headers.GetValues("Server-Timing")), StringComparison.Ordinal);
        Assert.Contains("kept", Assert.Single(third.Headers.GetValues("Server-Timing")), StringComparison.Ordinal);
        Assert.Equal(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await third.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The address is known by then; the question must still be the one that stands in it.</summary>
    [Fact]
    public async Task An_address_that_is_asked_often_answers_as_the_first_time_and_another_one_for_itself()
    {
        for (var times = 0; times < 5; times++)
        {
            var two = await _service.PageAsync("/api/search?q=queue&per_page=2&odd=1");
            var one = await _service.PageAsync("/api/search?q=queue&per_page=1&odd=1");

            Assert.Contains("\"per_page\":2", two, StringComparison.Ordinal);
            Assert.Contains("\"per_page\":1", one, StringComparison.Ordinal);
            Assert.Contains("\\\"odd\\\" is unknown", one, StringComparison.Ordinal);
            using var wrong = await _service.GetAsync("/api/search?q=queue&per_page=0");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_for_those_who_can_read_it(string encoding)
    {
        using var response = await _service.GetAsync("/api/search", ("Accept-Encoding", encoding));

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_ever()
    {
        var page = await _service.PageAsync("/");
        var address = System.Text.RegularExpressions.Regex.Match(page, "/assets/[^\"]+").Value;

        using var response = await _service.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> EtagAsync(string address)
    {
        using var response = await _service.GetAsync(address);
        return response.Headers.ETag!.ToString();
    }
}
