using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;

namespace SearchNotes.Api.Health;

/// <summary>The process is alive.</summary>
/// <param name="Status">Always ok.</param>
internal sealed record HealthAnswer(string Status);

/// <summary>The service can search.</summary>
/// <param name="Status">Always ready.</param>
/// <param name="Generation">Number of the commit that answers.</param>
/// <param name="BuiltAt">When it was made.</param>
/// <param name="Fault">Why an older commit answers than there is; null when the newest does.</param>
internal sealed record ReadinessAnswer(string Status, long Generation, DateTimeOffset BuiltAt, string? Fault);

/// <summary>What the index holds.</summary>
/// <param name="Posts">Posts.</param>
/// <param name="Talks">Talks, documents of kind post not counted.</param>
/// <param name="Documents">All documents.</param>
/// <param name="Speakers">People who speak in them.</param>
/// <param name="Events">Events.</param>
/// <param name="Tags">Tags.</param>
/// <param name="CodeBlocks">Code blocks.</param>
/// <param name="FirstYear">The first year with a post; null when nothing is dated.</param>
/// <param name="LastYear">The last one.</param>
/// <param name="Languages">Documents by language.</param>
/// <param name="Generation">Number of the commit that answers.</param>
/// <param name="BuiltAt">When it was made.</param>
/// <param name="Bytes">Size of the index in bytes.</param>
internal sealed record StatsAnswer(
    int Posts, int Talks, int Documents, int Speakers, int Events, int Tags, int CodeBlocks,
    int? FirstYear, int? LastYear, IReadOnlyList<Search.FacetCount> Languages, long Generation, DateTimeOffset BuiltAt, long Bytes)
{
    public static StatsAnswer Of(IndexStats stats) => new(
        stats.Posts, stats.Talks, stats.Documents, stats.Speakers, stats.Events, stats.Tags, stats.CodeBlocks,
        stats.Years?.First, stats.Years?.Last,
        [.. stats.Languages.Select(language => new Search.FacetCount(language.Value, language.Count))],
        stats.Generation, stats.BuiltAt, stats.Bytes);
}

/// <summary><c>GET /healthz</c>, <c>/readyz</c> and <c>/api/stats</c>.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Json(new HealthAnswer("ok"), Json.Default.HealthAnswer))
            .WithName("health").WithTags("Operation").DisableRateLimiting()
            .WithSummary("Is the process alive?").WithDescription("200 as long as requests are answered at all.")
            .Produces<HealthAnswer>();
        routes.MapGet("/readyz", Ready)
            .WithName("readiness").WithTags("Operation").DisableRateLimiting()
            .WithSummary("Can it search?").WithDescription("200 when an index is open, else 503 with the reason and the remedy.")
            .Produces<ReadinessAnswer>();
    }

    public static void MapStats(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/stats", Stats)
            .WithName("stats").WithSummary("Tell what the index holds").WithDescription("Counts, languages, years, generation and size.");

    private static Results<JsonHttpResult<ReadinessAnswer>, UnavailableProblem> Ready(LiveIndex index)
    {
        using var loan = index.Acquire();
        if (loan is null)
            return new UnavailableProblem(index.UnavailableReason, TimeSpan.FromSeconds(2));
        return TypedResults.Json(new ReadinessAnswer("ready", loan.Version.Generation, loan.Version.BuiltAt, index.StaleReason),
            Json.Default.ReadinessAnswer);
    }

    private static async Task<Answer<StatsAnswer>> Stats(HttpContext http, AnswerPipeline desk) =>
        new(await desk.AnswerAsync(http, "stats",
            (loan, _) => ResponseBody.Of(StatsAnswer.Of(loan.Searcher.Stats()), Json.Default.StatsAnswer)));
}
