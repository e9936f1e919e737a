using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SearchNotes.Api.Middleware;

/// <summary>Reads the client's address and the scheme from trusted reverse proxies.</summary>
/// <remarks>The forwarded host is never trusted: many proxies pass on the client's own <c>X-Forwarded-Host</c>. The setting
/// <c>public_url</c> is used instead.</remarks>
internal static class Proxies
{
    /// <summary>Trusts the configured proxies and no others.</summary>
    public static void UseProxies(this WebApplication app, ServeOptions options)
    {
        if (options.Proxies.Count == 0)
            return;
        if (options.PublicUrl is null)
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Proxies)).LogNoPublicUrl();
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
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
        app.Use((http, next) =>
        {
            // X-Forwarded-Proto may contain any text, and that text would become the scheme of every link.
            var isSecure = string.Equals(http.Request.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
            http.Request.Scheme = isSecure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
            return next(http);
        });
    }
}
