using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Talks;

/// <summary><c>GET /api/talks</c>, <c>/api/talks/{id}</c> and <c>/api/talks/{id}/related</c>.</summary>
internal static class TalksApi
{
    private static readonly NumberParameter Limit = new("limit", "The maximum number of talks.", 1, 20, 5);

    public static void MapTalks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/talks", All)
            .WithName("talks").WithSummary("List all talks").WithDescription("Newest first; posts that are about no talk are left out.")
            .WithParameters<SearchParameters>(parameters => [parameters.Page, parameters.PerPage]);
        routes.MapGet("/talks/{id}", Talk)
            .WithName("talk")
            .WithSummary("Show a talk")
            .WithDescription("All notes of a talk: sections, prose, quotes, questions and answers, code. "
                + "An id that the talk had before leads to it.");
        routes.MapGet("/talks/{id}/related", Related)
            .WithName("related")
            .WithSummary("Find talks like this one")
            .WithDescription("Talks that share rare words, speakers or tags, most similar first.")
            .WithParameters([Limit]);
    }

    private static async Task<Results<Answer<TalksAnswer>, InvalidParameter>> All(
        HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        if (wrong is not null)
            return wrong;
        var (page, perPage) = (question.Request.Page, question.Request.PerPage);
        return new Answer<TalksAnswer>(await pipeline.AnswerAsync(http, question.Key, (lease, cancel) =>
        {
            var request = new SearchRequest { Page = page, PerPage = perPage, Kinds = TalkListPage.Sessions, Budget = options.SearchBudget };
            var list = TalkListPage.Of(http.Request, lease.Searcher, request, cancel);
            return list.Body(ResponseBody.Of(new TalksAnswer(list.Total, list.Page, list.PerPage, list.Talks), Json.Default.TalksAnswer));
        }));
    }

    private static async Task<Results<Answer<TalkAnswer>, Moved, NotFoundProblem>> Talk(
        string id, HttpContext http, AnswerPipeline pipeline) =>
        new Answer<TalkAnswer>(await pipeline.AnswerAsync(http, "talk", (lease, _) =>
            lease.Searcher.Find(id) is { } stored ? ResponseBody.Of(TalkAnswer.Of(stored), Json.Default.TalkAnswer) : null,
            moved: lease => lease.Searcher.IdOfFormer(id) is { } now ? $"/api/talks/{Uri.EscapeDataString(now)}" : null));

    private static async Task<Results<Answer<RelatedAnswer>, InvalidParameter, NotFoundProblem>> Related(
        string id, HttpContext http, AnswerPipeline pipeline, ServeOptions options)
    {
        var reader = new ParameterReader(http.Request.Query, [Limit]);
        var limit = reader.Number(Limit);
        if (reader.Wrong is not null)
            return reader.Wrong;
        return new Answer<RelatedAnswer>(await pipeline.AnswerAsync(http, $"{limit}", (lease, cancel) =>
        {
            if (lease.Searcher.Find(id) is null)
                return null;
            var hits = lease.Searcher.Related(id, limit, options.SearchBudget, cancel).Select(SearchMapping.ToHit).ToArray();
            return ResponseBody.Of(new RelatedAnswer(id, hits), Json.Default.RelatedAnswer);
        }));
    }
}
