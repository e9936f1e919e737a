using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Talks;

namespace SearchNotes.Api.Assistants;

/// <summary>The server of the Model Context Protocol: tools to search and read talks, and talks as resources.</summary>
public static class AssistantServer
{
    private const string Scheme = "searchnotes://talks/";
    private const string Markdown = "text/markdown";
    private const int PageSize = 100;

    private const string Instructions = "Search and read notes of conference talks. Cite the talk with its speaker and event, the address of "
        + "the passage, and its lines in the post. The notes are one listener's, not the speaker's words.";

    /// <summary>Serves the index over standard input and output until the input ends.</summary>
    /// <param name="options">The index folder and the limits.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="cancel">Ends the server.</param>
    public static async Task RunAsync(ServeOptions options, string version, CancellationToken cancel)
    {
        using var index = new LiveIndex(options.EngineInUse, NullLogger<LiveIndex>.Instance);
        using var limiter = new SearchConcurrencyLimiter(options);
        var settings = new McpServerOptions();
        Configure(settings, new TalkTools(new AssistantIndex(index, limiter, follows: true), options), version);
        await using var transport = new StdioServerTransport(settings, NullLoggerFactory.Instance);
        await using var server = McpServer.Create(transport, settings, NullLoggerFactory.Instance);
        await server.RunAsync(cancel);
    }

    /// <summary>Configures the tools and resources of the server.</summary>
    internal static void Configure(McpServerOptions settings, TalkTools tools, string version)
    {
        settings.ServerInfo = new Implementation { Name = "searchnotes", Title = "SearchNotes", Version = version };
        settings.ServerInstructions = Instructions;
        settings.Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = tools.Tools }),
            CallToolHandler = (request, cancel) => CallAsync(tools, request.Params, cancel),
            ListResourceTemplatesHandler = (_, _) => ValueTask.FromResult(new ListResourceTemplatesResult { ResourceTemplates = [Talk] }),
            ListResourcesHandler = (request, cancel) => ListAsync(tools, request.Params?.Cursor, cancel),
            ReadResourceHandler = (request, cancel) => ReadAsync(tools, request.Params?.Uri, cancel),
        };
    }

    private static ResourceTemplate Talk => new()
    {
        Name = "talk",
        Title = "The notes of a talk",
        UriTemplate = Scheme + "{id}",
        MimeType = Markdown,
        Description = "All notes of a talk as Markdown, with its facts and its lines in the post.",
    };

    private static async ValueTask<CallToolResult> CallAsync(TalkTools tools, CallToolRequestParams? call, CancellationToken cancel)
    {
        try
        {
            return Answer(await tools.CallAsync(call?.Name ?? "", call?.Arguments, cancel), isError: false);
        }
        catch (ToolRefusedException refused)
        {
            return Answer(refused.Message, isError: true);
        }
    }

    private static CallToolResult Answer(string text, bool isError) =>
        new() { Content = [new TextContentBlock { Text = text }], IsError = isError };

    private static async ValueTask<ListResourcesResult> ListAsync(TalkTools tools, string? cursor, CancellationToken cancel)
    {
        var page = cursor is null ? 1
            : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and <= 10 ? number
            : throw new McpProtocolException("The cursor is not one of this server's.", McpErrorCode.InvalidParams);
        var result = await RefusedAsError(tools.BrowseAsync(page, PageSize, cancel));
        return new ListResourcesResult
        {
            Resources = [.. result.Hits.Select(hit => new Resource
            {
                Name = hit.Talk.Talk.Id,
                Title = Printable.Line(hit.Talk.Talk.Topic),
                Uri = Scheme + hit.Talk.Talk.Id,
                MimeType = Markdown,
                Description = string.Join("; ", TalkMarkdown.Facts(hit.Talk).Select(fact => $"{fact.Name}: {fact.Value}")),
            })],
            NextCursor = result.Total > page * PageSize && page < 10 ? (page + 1).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static async ValueTask<ReadResourceResult> ReadAsync(TalkTools tools, string? uri, CancellationToken cancel)
    {
        var id = uri?.StartsWith(Scheme, StringComparison.Ordinal) == true ? uri[Scheme.Length..] : "";
        var text = await RefusedAsError(tools.ReadAsync(id, cancel))
            ?? throw new McpProtocolException("There is no such talk.", McpErrorCode.ResourceNotFound);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = Scheme + id, MimeType = Markdown, Text = text }] };
    }

    private static async Task<T> RefusedAsError<T>(Task<T> asked)
    {
        try
        {
            return await asked;
        }
        catch (ToolRefusedException refused)
        {
            throw new McpException(refused.Message);
        }
    }
}
