using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Insights;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Search;

/// <summary><c>GET /api/search</c>.</summary>
internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", Search)
            .WithName("search")
            .WithSummary("Search the talks")
            .WithDescription("Ranked talks with the matching passages, flagged runs instead of markup, and facet counts.")
            .WithParameters<SearchParameters>(parameters => parameters.All);

    private static async Task<Results<Answer<SearchAnswer>, InvalidParameter>> Search(
        HttpContext http, AnswerPipeline pipeline, ParsedRequestCache known, SearchParameters parameters, ServeOptions options,
        QueryLog log)
    {
        var (question, wrong) = known.Find(http.Request) is { } before
            ? (before, null) : ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        if (wrong is not null)
            return wrong;
        var answered = await pipeline.AnswerAsync(http, question.Key, (lease, cancel) =>
        {
            var result = lease.Searcher.Search(question.Request, cancel);
            var answer = SearchMapping.ToAnswer(result, question, lease.Searcher.PagesOf(question.Request));
            return ResponseBody.Of(answer, Json.Default.SearchAnswer) with
            {
                Link = PagingLinks.Of(http.Request, question.Request.Page, question.Request.PerPage, result.Total),
                IsCacheable = !result.Partial,
                GoodHits = result.NearOnly ? 0 : result.Total,
            };
        });
        // A request that was repeated once is likely to be repeated again.
        if (answered is OkAnswer { IsCached: true } or NotModified)
            known.Add(http.Request, question);
        log.Searched(http.Request, question.Request, answered);
        return new Answer<SearchAnswer>(answered);
    }
}
