using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SearchNotes.Api.Manners;

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

    [LoggerMessage(LogLevel.Warning, "A page of {Origin} called the API and was refused. To allow it, add \"{Origin}\" to the setting allowed_origins.")]
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
}
