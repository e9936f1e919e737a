using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SearchNotes.Api.Middleware;

namespace SearchNotes.Api;

/// <summary>Holds the addresses of a service while its index is built, before <see cref="SearchNotesHost"/> takes them. A second
/// server finds them taken before it touches the index, and whoever asks is told to come again.</summary>
public static class WaitingHost
{
    private const string Sentence = "The index is being built; try again in a moment.\n";

    /// <summary>Makes it, ready to start. It answers 503 to everything but <c>/healthz</c>.</summary>
    /// <param name="options">What the service will be started with.</param>
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
        app.Run(TellAsync);
        return app;
    }

    private static Task TellAsync(HttpContext http)
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
