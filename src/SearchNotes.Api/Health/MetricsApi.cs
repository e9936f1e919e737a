using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Health;

/// <summary><c>GET /metrics</c>, in the text format of Prometheus.</summary>
internal static class MetricsApi
{
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

    public static void MapMetricsApi(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint().DisableRateLimiting();
}
