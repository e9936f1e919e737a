using ModelContextProtocol.Client;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>An assistant's view of an index, by the protocol's own client, over standard input and output.</summary>
public sealed class McpTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithPosts();

    [Fact]
    public async Task An_assistant_finds_a_talk_and_can_cite_the_passage()
    {
        _folder.Run("reindex");
        await using var client = await ConnectAsync();

        var found = await AssistantCalls.TextAsync(client, "search_talks", ("q", "lease"));

        Assert.Contains("Queues that never sleep", found, StringComparison.Ordinal);
        Assert.Contains("It is picked up again after its lease ends.", found, StringComparison.Ordinal);
        // The ampersand is escaped, as in all Markdown made from posts.
        Assert.Matches(@"\(qa, Q\\&A; \S+\.md, lines? \d+", found);
    }

    [Fact]
    public async Task The_tools_only_read()
    {
        await using var client = await ConnectAsync();

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["search_talks", "get_talk", "list_speakers", "list_events"], tools.Select(tool => tool.Name));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
    }

    [Fact]
    public async Task A_missing_index_is_said_and_an_index_that_appears_is_used()
    {
        await using var client = await ConnectAsync();

        var before = await AssistantCalls.CallAsync(client, "search_talks", ("q", "queues"));
        _folder.Run("reindex");
        var after = await AssistantCalls.CallAsync(client, "search_talks", ("q", "queues"));

        Assert.True(before.IsError);
        Assert.NotEqual(true, after.IsError);
    }

    public void Dispose() => _folder.Dispose();

    private Task<McpClient> ConnectAsync() => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = TestedProgram.Command[0],
            Arguments = [.. TestedProgram.Command.Skip(1), "mcp"],
            WorkingDirectory = _folder.Root,
            EnvironmentVariables = new Dictionary<string, string?> { ["SEARCHNOTES_SEARCH_MILLISECONDS"] = "60000" },
        }), cancellationToken: TestContext.Current.CancellationToken);
}
