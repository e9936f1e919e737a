using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using SearchNotes.Api.Answers;

namespace SearchNotes.Api.Manners;

/// <summary>How the service behaves on the web, whatever is asked: compression, origins, proxies, limits.</summary>
internal static class ManneredServices
{
    public static void AddManners(this IServiceCollection services, ServeOptions options)
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

    /// <summary>Believes what a proxy says of client, scheme and host, if it is one of those configured.</summary>
    public static void UseProxies(this WebApplication app, ServeOptions options)
    {
        if (options.Proxies.Count == 0)
            return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
        app.UseForwardedHeaders(forwarded);
    }
}
