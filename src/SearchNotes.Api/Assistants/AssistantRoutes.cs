using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Assistants;

/// <summary><c>/mcp</c>: the tools over streamable HTTP, without sessions. Off until <see cref="ServeOptions.Mcp"/> allows it.</summary>
internal static class AssistantRoutes
{
    public static void AddAssistants(this IServiceCollection services, ServeOptions options)
    {
        if (!options.Mcp)
            return;
        services.AddSingleton(provider => new TalkTools(new AssistantIndex(
            provider.GetRequiredService<LiveIndex>(), provider.GetRequiredService<SearchConcurrencyLimiter>(), follows: false), options));
        services.AddMcpServer().WithHttpTransport(transport => transport.Stateless = true);
        services.AddOptions<McpServerOptions>().Configure<TalkTools>((settings, tools) => AssistantServer.Configure(settings, tools, "1"));
    }

    public static void MapAssistants(this WebApplication app, ServeOptions options)
    {
        if (!options.Mcp)
            return;
        var origins = options.Origins();
        // A page of another site must not use an assistant's server through its reader's browser (DNS rebinding).
        app.MapMcp("/mcp").ExcludeFromDescription().AddEndpointFilter(async (call, next) =>
            call.HttpContext.Request.Headers.Origin is [{ } origin] && !origins.Contains(origin)
                ? new ForbiddenProblem("Pages of this origin may not call the service.")
                : await next(call));
    }
}
