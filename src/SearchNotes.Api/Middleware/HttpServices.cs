using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNotes.Api.Middleware;

/// <summary>Registers the HTTP services that all requests share: compression, CORS, rate limits, security fields.</summary>
internal static class HttpServices
{
    public static void AddHttpServices(this IServiceCollection services, ServeOptions options)
    {
        services.AddAllowedOrigins();
        services.AddRateLimits(options);
        services.AddPageSecurity();
        services.AddResponseCompression(compression =>
        {
            // No response is secret, so compression under TLS reveals nothing.
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                "application/json", "text/html", "text/plain", "text/markdown", "text/css", "text/javascript",
                "application/atom+xml", "application/opensearchdescription+xml", "image/svg+xml", "application/yaml",
            ];
        });
    }
}
