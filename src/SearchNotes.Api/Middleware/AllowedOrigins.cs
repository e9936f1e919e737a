using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SearchNotes.Api.Middleware;

/// <summary>Which pages of other sites may call the API (CORS).</summary>
internal sealed partial class AllowedOrigins(ServeOptions options, TimeProvider time, ILogger<AllowedOrigins> log)
    : IConfigureOptions<CorsOptions>
{
    /// <summary>The policy of everything below <c>/api</c>.</summary>
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
        if (refused.IsToBeSaid(origin))
            LogRefused(origin);
        return false;
    }

    [LoggerMessage(LogLevel.Warning,
        "A page of {Origin} called the API and was refused. To allow it, add \"{Origin}\" to the setting allowed_origins.")]
    private partial void LogRefused(string origin);
}

/// <summary>Adds the policy.</summary>
internal static class AllowedOriginsServices
{
    public static void AddAllowedOrigins(this IServiceCollection services)
    {
        services.AddCors();
        services.AddSingleton<IConfigureOptions<CorsOptions>, AllowedOrigins>();
    }

    /// <summary>Says of every answer below <c>/api</c> that it depends on the origin, also where none was sent or a foreign one:
    /// a cache would else give the blog an answer without permission.</summary>
    public static void UseVaryByOrigin(this WebApplication app) => app.Use((http, next) =>
    {
        // As routing compares.
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
