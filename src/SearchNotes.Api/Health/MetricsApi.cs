using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Health;

/// <summary><c>GET /metrics</c>, in the text format of Prometheus.</summary>
internal static class MetricsApi
{
    // The middleware of trusted proxies renames the first.
    private static readonly string[] Forwarded = ["X-Forwarded-For", "X-Original-For", "Forwarded", "X-Real-IP", "Via"];

    public static void AddMetricsApi(this IServiceCollection services)
    {
        services.AddSingleton<ServiceMeter>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(ServiceMeter.Name).AddPrometheusExporter(prometheus =>
        {
            // They would reveal the names and versions of the libraries in use.
            prometheus.TargetInfoEnabled = false;
            prometheus.ScopeInfoEnabled = false;
        }));
    }

    /// <summary>Hides the metrics from everybody but this machine. A connection that a proxy forwarded comes from this machine as well, so
    /// the forwarding fields are checked, too.</summary>
    public static void UseMetricsForOperators(this WebApplication app, ServeOptions options)
    {
        if (options.PublicMetrics)
            return;
        app.Use((http, next) => http.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase) && !IsOwn(http)
            ? Problem.Refuse(http, StatusCodes.Status404NotFound, "Metrics are for this machine; the setting public_metrics shows them to everybody.")
            : next(http));
    }

    private static bool IsOwn(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Forwarded.Any(http.Request.Headers.ContainsKey);

    public static void MapMetricsApi(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint().DisableRateLimiting();
}
