using System.Net;
using System.Text.RegularExpressions;
using SearchNotes.Api;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary><c>public_url</c> with a path: the service below <c>/search</c>, and at the root for proxies that strip it.</summary>
public sealed partial class PublicPathTests : IAsyncLifetime
{
    private static readonly string[] Pages =
        ["/", "/?q=queue", "/talks/none", "/docs/embed", "/talks/2013-07-07-notes-conf-day-two.boris-lang", "/tags/none", "/?per_page=0"];

    private RunningService _service = null!; // Set by InitializeAsync.

    [Fact]
    public async Task It_answers_below_the_path_and_at_the_root_with_the_same()
    {
        foreach (var address in new[] { "/", "/api/search?q=queue", "/feed.atom", "/openapi.yaml", "/docs/index.html", "/search-box.js" })
        {
            using var below = await _service.GetAsync($"/search{address}");
            using var root = await _service.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, below.StatusCode);
            Assert.Equal(await root.Content.ReadAsStringAsync(), await below.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Every_address_on_a_page_has_the_path()
    {
        foreach (var page in Pages)
        {
            var addresses = Address().Matches(await _service.PageAsync(page)).Select(match => match.Groups["address"].Value).ToList();

            Assert.NotEmpty(addresses);
            Assert.All(addresses, address => Assert.StartsWith("/search/", address, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Header_fields_and_problems_have_the_path()
    {
        using var search = await _service.GetAsync("/api/search?q=queue");
        using var wrong = await _service.GetAsync("/search/api/search?per_page=0");
        using var reindex = await _service.SendAsync(HttpMethod.Post, "/api/reindex", ("Authorization", $"Bearer {RunningService.Key}"));

        Assert.All(search.Headers.GetValues("Link").Single().Split(", "), link => Assert.StartsWith("</search/api/search?", link, StringComparison.Ordinal));
        Assert.Contains("\"instance\":\"/search/api/search\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("/search/api/tasks/", reindex.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("\n  - url: /search/\n", await (await _service.GetAsync("/openapi.yaml")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_without_a_slash_leads_to_the_path_with_one()
    {
        using var answer = await _service.GetAsync("/search?q=queue");

        Assert.Equal((HttpStatusCode.PermanentRedirect, "/search/?q=queue"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Health_is_asked_at_the_root_too()
    {
        using var root = await _service.GetAsync("/healthz");
        using var below = await _service.GetAsync("/search/healthz");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (root.StatusCode, below.StatusCode));
    }

    [Fact]
    public async Task A_prefix_that_a_client_sends_is_ignored()
    {
        using var answer = await _service.GetAsync("/", ("X-Forwarded-Prefix", "/evil"), ("Accept", "text/html"));

        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://notes.example/search", true)]
    [InlineData("https://notes.example/a/b.c/", true)]
    [InlineData("https://notes.example", true)]
    [InlineData("https://notes.example/api", false)]
    [InlineData("https://notes.example/Talks/x", false)]
    [InlineData("https://notes.example//x", false)]
    [InlineData("https://notes.example/a/../b", false)]
    [InlineData("https://notes.example/a%20b", false)]
    [InlineData("https://notes.example/search?x=1", false)]
    [InlineData("https://user@notes.example/search", false)]
    [InlineData("ftp://notes.example/search", false)]
    public void A_path_that_the_service_or_a_proxy_could_misread_is_refused(string address, bool isValid)
    {
        var options = new ServeOptions { IndexFolder = "index", Corpus = new CorpusOptions { Root = "corpus" }, PublicUrl = address };

        var fault = Record.Exception(options.Check);

        Assert.Equal(isValid, fault is null);
    }

    public async ValueTask InitializeAsync() =>
        _service = await RunningService.StartAsync(options => options with { PublicUrl = "https://notes.example/search" });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [GeneratedRegex("(href|src|action|ping)=\"(?<address>/[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
