using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Behind a proxy that passes on whatever a client writes.</summary>
public sealed class ProxyTests
{
    private const string Talk = "/talks/2013-07-07-notes-conf-day-two.ada-quill";

    /// <summary>Every kind of answer that has an address of this service in it, and others that might get one.</summary>
    private static readonly string[] Addresses =
    [
        "/", "/?q=queue", "/?q=nothing+at+all", "/?page=0", Talk, "/talks/nothing",
        "/speakers/ada-quill", "/tags/parsing", "/events/parser-evening-2015",
        "/feed.atom", "/feed.atom?q=queue", "/opensearch.xml", "/docs/embed",
        "/docs", "/docs/index.html", "/docs/index.js", "/openapi.yaml", "/search-box.js",
        "/api/search?q=queue&per_page=1", "/api/suggest?q=qu", "/api" + Talk, "/api/speakers/ada-quill?per_page=1",
        "/api/stats", "/api/nothing", "/readyz",
    ];

    private static IEnumerable<(string Address, string Accept)> Requests =>
        Addresses.SelectMany(address => ((string[])["text/html", "text/plain"]).Select(accept => (address, accept)));

    [Fact]
    public async Task A_host_that_a_proxy_passes_on_is_in_no_answer()
    {
        await using var service = await RunningService.StartAsync(options => options with { Proxies = ["127.0.0.1"] });

        foreach (var (address, accept) in Requests)
        {
            using var response = await service.GetAsync(address, ("Accept", accept), ("X-Forwarded-Host", "stranger.example"));

            Assert.DoesNotContain("stranger.example", await WholeAsync(response), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("javascript", "http")]
    [InlineData("data", "http")]
    [InlineData("https, javascript", "http")]
    [InlineData("https", "https")]
    [InlineData("HTTPS", "https")]
    [InlineData("http", "http")]
    public async Task A_scheme_is_believed_if_it_is_of_the_web(string sent, string believed)
    {
        await using var service = await RunningService.StartAsync(options => options with { Proxies = ["127.0.0.1"] });

        foreach (var address in (string[])["/opensearch.xml", "/docs/embed", "/feed.atom", Talk])
        {
            using var response = await service.GetAsync(
                address, ("Accept", "text/html"), ("X-Forwarded-Proto", sent), ("Host", "notes.example"));

            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"{believed}://notes.example", text, StringComparison.Ordinal);
            Assert.Equal(text.Split("://notes.example").Length, text.Split($"{believed}://notes.example").Length);
        }
    }

    [Fact]
    public async Task What_holds_the_host_of_a_request_is_for_that_client_alone()
    {
        await using var service = await RunningService.StartAsync();
        var holding = 0;

        foreach (var (address, accept) in Requests)
        {
            var (form, host) = (("Accept", accept), ("Host", "stranger.example"));
            using var first = await service.GetAsync(address, form, host);
            using var again = await service.GetAsync(address, form, host, ("If-None-Match", $"{first.Headers.ETag}"));

            if (!(await WholeAsync(first)).Contains("stranger.example", StringComparison.OrdinalIgnoreCase))
                continue;
            holding++;
            Assert.All(
                [first.Headers.CacheControl, again.Headers.CacheControl],
                caching => Assert.True(caching is { Public: false, Private: true } or { NoStore: true }, $"{address}: {caching}"));
        }

        Assert.True(holding >= 10, $"{holding}");
    }

    [Fact]
    public async Task With_a_public_address_all_links_carry_it_and_everybody_may_keep_them()
    {
        await using var service = await RunningService.StartAsync(
            options => options with { Proxies = ["127.0.0.1"], PublicUrl = "https://notes.example" });

        foreach (var address in (string[])["/opensearch.xml", "/docs/embed", "/feed.atom", "/", Talk])
        {
            using var response = await service.GetAsync(
                address,
                ("Accept", "text/html"),
                ("Host", "stranger.example"),
                ("X-Forwarded-Host", "stranger.example"),
                ("X-Forwarded-Proto", "http"));

            var whole = await WholeAsync(response);
            Assert.Contains("https://notes.example/", whole, StringComparison.Ordinal);
            Assert.DoesNotContain("stranger.example", whole, StringComparison.Ordinal);
            Assert.True(response.Headers.CacheControl?.Public, address);
        }
        Assert.False(service.Log.Any("public_url is not"));
    }

    [Fact]
    public async Task Proxies_without_a_public_address_are_warned_about_at_the_start()
    {
        await using var service = await RunningService.StartAsync(options => options with { Proxies = ["127.0.0.1"] });

        Assert.Equal(1, service.Log.Count("Warning: The setting proxies is set and public_url is not"));
    }

    private static async Task<string> WholeAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{response.Headers}\n{response.Content.Headers}\n{body}";
    }
}
