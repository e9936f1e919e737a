using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SearchNotes.Api.Middleware;

namespace SearchNotes.Api;

/// <summary>Listens on the service's addresses while its index is built, until <see cref="SearchNotesHost"/> takes over. A second server
/// fails to bind before it touches the index, and clients are asked to retry.</summary>
public static class WaitingHost
{
    private const string Sentence = "The index is being built; try again in a moment.\n";

    /// <summary>Creates the host, ready to start. It answers every request except <c>/healthz</c> with 503.</summary>
    /// <param name="options">The settings that the service will use.</param>
    /// <exception cref="SearchNotesException">An option is out of its range, or there is no clone to pull.</exception>
    public static WebApplication Create(ServeOptions options)
    {
        options.Check();
        SearchNotesHost.InClone(options, TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => Limits.Apply(kestrel, TimeProvider.System));
        builder.Services.Configure<HostOptions>(Limits.Apply);
        var app = builder.Build();
        app.Run(RespondAsync);
        return app;
    }

    private static Task RespondAsync(HttpContext http)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Path == "/healthz")
            return http.Response.WriteAsync("ok\n", http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "5";
        return http.Response.WriteAsync(Sentence, http.RequestAborted);
    }
}
