using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SearchNotes.Api.Middleware;

/// <summary>The CORS policy: which sites' pages may call the API.</summary>
internal sealed class AllowedOrigins(ServeOptions options, TimeProvider time, ILogger<AllowedOrigins> log)
    : IConfigureOptions<CorsOptions>
{
    /// <summary>The name of the policy for everything below <c>/api</c>.</summary>
    public const string Policy = "api";

    private readonly IReadOnlySet<string> allowed = options.Origins();
    private readonly RefusedOrigins refused = new(time);

    /// <inheritdoc/>
    public void Configure(CorsOptions options) => options.AddPolicy(Policy, policy => policy
        .SetIsOriginAllowed(IsAllowed)
        .WithMethods("GET", "HEAD")
        .WithExposedHeaders("ETag", "Link", "Retry-After", "Server-Timing", "X-Request-Id")
        .SetPreflightMaxAge(TimeSpan.FromHours(1)));

    private bool IsAllowed(string origin)
    {
        if (allowed.Contains(origin))
            return true;
        if (refused.ShouldLog(origin))
            log.LogOriginRefused(origin);
        return false;
    }
}

/// <summary>Registers the CORS policy.</summary>
internal static class AllowedOriginsServices
{
    public static void AddAllowedOrigins(this IServiceCollection services)
    {
        services.AddCors();
        services.AddSingleton<IConfigureOptions<CorsOptions>, AllowedOrigins>();
    }

    /// <summary>Adds <c>Vary: Origin</c> to every response below <c>/api</c>, even when the request has no allowed origin. Otherwise a
    /// cache could serve the blog a response without the CORS fields.</summary>
    public static void UseVaryByOrigin(this WebApplication app) => app.Use((http, next) =>
    {
        // Routing ignores case as well.
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            http.Response.OnStarting(VaryByOrigin, http.Response);
        return next(http);
    });

    private static Task VaryByOrigin(object response)
    {
        var fields = ((HttpResponse)response).Headers;
        if (!fields.Vary.ToString().Contains(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase))
            fields.Append(HeaderNames.Vary, HeaderNames.Origin);
        return Task.CompletedTask;
    }
}
