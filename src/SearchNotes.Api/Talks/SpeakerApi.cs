using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Talks;

/// <summary><c>GET /api/speakers/{slug}</c>.</summary>
internal static class SpeakerApi
{
    public static void MapSpeaker(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/speakers/{**slug:minlength(1)}", Speaker)
            .WithName("speaker")
            .WithSummary("Show a speaker")
            .WithDescription("The speaker's talks, newest first.")
            .WithParameters<SearchParameters>(parameters => [parameters.Page, parameters.PerPage]);

    private static async Task<Results<Answer<SpeakerAnswer>, InvalidParameter, NotFoundProblem>> Speaker(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        if (wrong is not null)
            return wrong;
        return new Answer<SpeakerAnswer>(await pipeline.AnswerAsync(http, question.Key, (lease, cancel) =>
        {
            if (NamedTalks.Find(lease.Searcher.Speakers(), slug) is not { } speaker)
                return null;
            var request = question.Request with
            {
                Query = "",
                Speakers = [speaker.Name],
                Sort = SearchSort.DateDescending,
                Facets = [],
            };
            var result = lease.Searcher.Search(request, cancel);
            var talks = result.Hits.Select(SearchMapping.ToHit).ToArray();
            var answer = new SpeakerAnswer(speaker.Name, speaker.Slug, result.Total, request.Page, request.PerPage, talks);
            return ResponseBody.Of(answer, Json.Default.SpeakerAnswer) with
            {
                Link = PagingLinks.Of(http.Request, request.Page, request.PerPage, result.Total),
                IsCacheable = !result.Partial,
            };
        }));
    }
}
