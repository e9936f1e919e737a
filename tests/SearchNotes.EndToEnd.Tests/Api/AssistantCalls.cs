using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Calls of tools by the protocol's own client.</summary>
internal static class AssistantCalls
{
    /// <summary>Calls a tool.</summary>
    public static async Task<CallToolResult> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments) =>
        await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value),
            cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Calls a tool that must succeed.</summary>
    /// <returns>Its text.</returns>
    public static async Task<string> TextAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(client, tool, arguments);
        Assert.NotEqual(true, result.IsError);
        return TextOf(result);
    }

    /// <summary>The text of a result.</summary>
    public static string TextOf(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
