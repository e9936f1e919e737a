using System.Net;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary><c>/mcp</c>, by the protocol's own client.</summary>
public sealed class AssistantTests
{
    [Fact]
    public async Task A_talk_is_found_read_and_listed_as_a_resource()
    {
        await using var service = await ServeAsync();
        await using var client = await ConnectAsync(service);

        var found = await AssistantCalls.TextAsync(client, "search_talks", ("q", "queue"), ("per_page", 3));
        var id = found.Split("- id: ")[1].Split('\n')[0];
        var talk = await AssistantCalls.TextAsync(client, "get_talk", ("id", id));
        var resource = await client.ReadResourceAsync($"searchnotes://talks/{id}", cancellationToken: TestContext.Current.CancellationToken);
        var resources = await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.StartsWith("# ", talk, StringComparison.Ordinal);
        Assert.Contains("https://blog.example", found, StringComparison.Ordinal);
        Assert.Equal(talk, Assert.IsType<TextResourceContents>(Assert.Single(resource.Contents)).Text);
        Assert.Contains(resources, listed => listed.Uri == $"searchnotes://talks/{id}");
    }

    [Fact]
    public async Task Speakers_and_events_are_listed_page_by_page()
    {
        await using var service = await ServeAsync();
        await using var client = await ConnectAsync(service);

        var speakers = await AssistantCalls.TextAsync(client, "list_speakers", ("limit", 1));
        var events = await AssistantCalls.TextAsync(client, "list_events");

        Assert.Contains("the next ones begin at offset 1", speakers, StringComparison.Ordinal);
        Assert.StartsWith("- ", events, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search_talks", "per_page", 21, "The parameter per_page must be a whole number from 1 to 20.")]
    [InlineData("search_talks", "year", "never", "The parameter year must be a year or a range of years, such as 2013 or 2012..2014.")]
    [InlineData("get_talk", "id", "none", "There is no talk with this id; search_talks returns ids.")]
    [InlineData("delete_talk", "id", "none", "There is no tool delete_talk.")]
    public async Task A_wrong_call_is_answered_with_a_sentence(string tool, string argument, object value, string sentence)
    {
        await using var service = await ServeAsync();
        await using var client = await ConnectAsync(service);

        var result = await AssistantCalls.CallAsync(client, tool, (argument, value));

        Assert.Equal((true, sentence), (result.IsError, AssistantCalls.TextOf(result)));
    }

    [Fact]
    public async Task A_long_query_is_refused_as_by_the_API()
    {
        await using var service = await ServeAsync();
        await using var client = await ConnectAsync(service);

        var result = await AssistantCalls.CallAsync(client, "search_talks", ("q", new string('x', 513)));

        Assert.Equal("The parameter q must be at most 512 characters long.", AssistantCalls.TextOf(result));
    }

    [Fact]
    public async Task A_resource_that_does_not_exist_is_an_error()
    {
        await using var service = await ServeAsync();
        await using var client = await ConnectAsync(service);

        await Assert.ThrowsAnyAsync<McpException>(async () =>
            await client.ReadResourceAsync("searchnotes://talks/none", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_is_off_until_it_is_allowed()
    {
        await using var service = await RunningService.StartAsync();

        using var answer = await service.SendAsync(HttpMethod.Post, "/mcp");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_not_use_it()
    {
        await using var service = await ServeAsync();

        using var refused = await service.SendAsync(HttpMethod.Post, "/mcp", ("Origin", "https://evil.example"));
        using var allowed = await service.SendAsync(HttpMethod.Post, "/mcp", ("Origin", "https://blog.example"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, allowed.StatusCode);
    }

    [Fact]
    public async Task The_rate_limit_holds_for_it()
    {
        await using var service = await RunningService.StartAsync(options =>
            options with { Mcp = true, LimitLoopback = true, Burst = 1, RequestsPerSecond = 1 });

        using var answer = await ContractServices.UntilAsync(service, HttpStatusCode.TooManyRequests,
            () => service.SendAsync(HttpMethod.Post, "/mcp"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    private static Task<RunningService> ServeAsync() => RunningService.StartAsync(options => options with { Mcp = true });

    private static Task<McpClient> ConnectAsync(RunningService service) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri($"{service.Address}/mcp") }),
        cancellationToken: TestContext.Current.CancellationToken);
}
