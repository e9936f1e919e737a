using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Health;

/// <summary><c>GET /healthz</c>, <c>/readyz</c> and <c>/api/stats</c>.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Json(new HealthAnswer("ok"), Json.Default.HealthAnswer))
            .WithName("health").WithTags("Operation").DisableRateLimiting()
            .WithSummary("Is the process alive?").WithDescription("200 while the process answers requests.")
            .Produces<HealthAnswer>();
        routes.MapGet("/readyz", Ready)
            .WithName("readiness").WithTags("Operation").DisableRateLimiting()
            .WithSummary("Can it search?").WithDescription("200 when an index is open, otherwise 503 with the reason and the remedy.")
            .Produces<ReadinessAnswer>();
    }

    public static void MapStats(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/stats", Stats)
            .WithName("stats").WithSummary("Show index statistics").WithDescription("Counts, languages, years, generation and size.");

    private static Results<JsonHttpResult<ReadinessAnswer>, UnavailableProblem> Ready(LiveIndex index, ServeOptions options)
    {
        using var lease = index.Acquire();
        if (lease is null)
            return new UnavailableProblem(index.UnavailableReason, TimeSpan.FromSeconds(2));
        if (index.UnreachableReason is { } reason)
            return new UnavailableProblem(reason, TimeSpan.FromSeconds(2));
        var answer = new ReadinessAnswer("ready", lease.Version.Generation, lease.Version.BuiltAt, index.StaleReason,
            SemanticAnswer.Of(options.Semantic));
        return TypedResults.Json(answer, Json.Default.ReadinessAnswer);
    }

    private static async Task<Answer<StatsAnswer>> Stats(HttpContext http, AnswerPipeline pipeline, ServeOptions options) =>
        new(await pipeline.AnswerAsync(http, "stats",
            (lease, _) => ResponseBody.Of(StatsAnswer.Of(lease.Searcher.Stats(), options.Semantic), Json.Default.StatsAnswer)));
}
