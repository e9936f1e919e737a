using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Middleware;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;

namespace SearchNotes.Api.Insights;

/// <summary><c>GET /api/insights</c>, protected by the reindex key, and <c>POST /api/opened</c>, for the <c>ping</c> attribute of
/// links.</summary>
internal static class InsightsApi
{
    private const string Off = "The query log is off: the server was started without one.";

    private static readonly NumberParameter Days = new("days", "The number of days, including today.", 1, 3650, 30);
    private static readonly TextParameter Talk = new("id", "The talk that was opened.") { MaxCharacters = 1000 };

    public static void MapInsights(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/insights", Read)
            .WithName("insights")
            .WithSummary("Show what readers search for")
            .WithDescription(
                "The most frequent queries, queries without good hits, and queries whose hits were never opened. "
                + "Off (404) until the server has a query log and a key.")
            .WithParameters([Days])
            .Produces<InsightsReport>()
            .RequiresKey();
        routes.MapPost("/opened", Opened)
            .WithName("opened")
            .WithSummary("Count an opened hit")
            .WithDescription(
                "For the `ping` attribute of links: records the query and the talk, and nothing about the reader. "
                + "Off (404) until the server has a query log.")
            .WithParameters<SearchParameters>(parameters => [parameters.Query with { Description = "The query that found the talk." }, Talk]);
    }

    private static Results<JsonHttpResult<InsightsReport>, InvalidParameter, UnauthorizedProblem, NotFoundProblem> Read(HttpContext http,
        ServeOptions options, TimeProvider time)
    {
        if (options.QueryLog is null || options.InsightsKeys.Count == 0)
            return new NotFoundProblem(options.QueryLog is null ? Off : "Insights are off: the server was started without a key.");
        if (!OperatorKey.IsSent(http.Request, options.InsightsKeys))
            return new UnauthorizedProblem();
        var reader = new ParameterReader(http.Request.Query, [Days]);
        var days = reader.Number(Days);
        if (reader.Wrong is not null)
            return reader.Wrong;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(QueryInsights.Read(options.QueryLog, days, time), Json.Default.InsightsReport);
    }

    private static Results<NoContent, InvalidParameter, NotFoundProblem> Opened(HttpContext http, QueryLog log, LiveIndex index,
        SearchParameters parameters)
    {
        if (!log.IsOn)
            return new NotFoundProblem(Off);
        var reader = new ParameterReader(http.Request.Query, [parameters.Query, Talk]);
        var (query, talk) = (reader.Text(parameters.Query), reader.Text(Talk));
        if (reader.Wrong is not null)
            return reader.Wrong;
        using var lease = index.Acquire();
        if (lease?.Searcher.Find(talk) is null)
            return new NotFoundProblem("No talk has this id.");
        log.Opened(http.Request, query, talk);
        return TypedResults.NoContent();
    }
}
