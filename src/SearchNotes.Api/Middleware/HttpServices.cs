using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>How the service behaves on the web, whatever is asked: compression, origins, limits.</summary>
internal static class HttpServices
{
    public static void AddHttpServices(this IServiceCollection services, ServeOptions options)
    {
        services.AddAllowedOrigins();
        services.AddRateLimits(options);
        services.AddPageSecurity();
        services.AddResponseCompression(compression =>
        {
            // Nothing that is answered here is secret, so compressing under TLS gives nothing away.
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                "application/json", Problem.MediaType, "text/html", "text/plain", "text/css", "text/javascript",
                "application/atom+xml", "application/opensearchdescription+xml", "image/svg+xml", "application/yaml",
            ];
        });
    }
}
