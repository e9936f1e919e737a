using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Names with signs that mean something in an address.</summary>
public sealed partial class NamesInAddressesTests
{
    private const string Post = """
        ---
        title: Signs
        tags: ["C#", "CI/CD", "TCP/IP", "why?", "100%", "a%2fb", "..", "what's new & old", "été"]
        event: "???"
        ---

        # Elin Frost on Glaciers at home

        Glaciers move slowly.

        # Nils Berg on Nothing at all

        Nothing was said.
        """;

    [Theory]
    [InlineData("C#")]
    [InlineData("CI/CD")]
    [InlineData("TCP/IP")]
    [InlineData("why?")]
    [InlineData("100%")]
    [InlineData("a%2fb")]
    [InlineData("..")]
    [InlineData("what's new & old")]
    [InlineData("été")]
    public async Task The_link_to_a_tag_leads_to_its_talks(string tag)
    {
        await using var service = await StartAsync();
        foreach (var page in (string[])["/", "/talks/2020-05-05-signs.elin-frost"])
        {
            var link = Links(await service.PageAsync(page)).First(link => link.Text == tag);

            var found = await service.PageAsync(link.Address);

            Assert.Contains("Glaciers at home", found, StringComparison.Ordinal);
            Assert.DoesNotContain("Queues that forgive", found, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/tags/ci/cd", "CI/CD")]
    [InlineData("/tags/ci%2fcd", "CI/CD")]
    [InlineData("/tags/ci%252Fcd", "CI/CD")]
    [InlineData("/tags/c%2523", "C#")]
    [InlineData("/tags/a%252fb", "a%2fb")]
    public async Task A_proxy_that_decodes_or_encodes_once_more_does_no_harm(string address, string tag)
    {
        await using var service = await StartAsync();

        Assert.Contains($"<h1 dir=\"auto\">{tag}</h1>", await service.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_a_page_leads_somewhere()
    {
        await using var service = await StartAsync();
        foreach (var page in (string[])["/", "/talks/2020-05-05-signs.elin-frost", "/?q=glaciers", "/tags/ci%2Fcd"])
        {
            foreach (var (address, _) in Links(await service.PageAsync(page)).Where(link => link.Address.StartsWith('/')).Distinct())
            {
                using var answer = await service.GetAsync(address, ("Accept", "text/html"));
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently,
                    $"{page} links to {address}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task The_api_takes_the_key_that_its_lists_give_and_links_to_pages_that_there_are()
    {
        await using var service = await StartAsync();
        foreach (var speaker in (await service.JsonAsync("/api/speakers")).GetProperty("speakers").EnumerateArray())
        {
            using var answer =
                await service.GetAsync($"/api/speakers/{Uri.EscapeDataString(speaker.GetProperty("slug").GetString()!)}?per_page=1");
            var link = Assert.Single(answer.Headers.GetValues("Link")).Split('<', '>')[1];
            using var linked = await service.GetAsync(link);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, linked.StatusCode));
            Assert.Equal(speaker.GetProperty("name").GetString(), (await RunningService.ReadAsync(linked)).GetProperty("name").GetString());
        }
    }

    private static async Task<RunningService> StartAsync()
    {
        var service = await RunningService.StartAsync();
        service.Write("2020-05-05-signs.md", Post);
        service.Reindex();
        await service.UntilAsync(async () => (await service.JsonAsync("/api/search?q=glaciers")).GetProperty("total").GetInt32() > 0);
        return service;
    }

    private static IEnumerable<(string Address, string Text)> Links(string page) => Link().Matches(page)
        .Select(match =>
            (WebUtility.HtmlDecode(match.Groups["address"].Value), WebUtility.HtmlDecode(Markup().Replace(match.Groups["text"].Value, ""))
                .Trim()))
        .Select(link => (link.Item1, CountBehind().Replace(link.Item2, "")));

    [GeneratedRegex("<a [^>]*?href=\"(?<address>[^\"]*)\"[^>]*>(?<text>.*?)</a>", RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+\d+$", RegexOptions.None, 1000)]
    private static partial Regex CountBehind();
}
