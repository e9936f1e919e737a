using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Talks;

/// <summary><c>GET /api/speakers/{slug}</c>, <c>/api/tags/{slug}</c> and <c>/api/events/{slug}</c>: the talks of a name, newest
/// first.</summary>
/// <remarks>The slug is a catch-all parameter, because a proxy may have decoded its slashes.</remarks>
internal static class NamedTalksApi
{
    public static void MapNamedTalks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/speakers/{**slug:minlength(1)}", Speaker)
            .WithName("speaker").WithSummary("Show a speaker").WithDescription("The speaker's talks, newest first.")
            .WithParameters<SearchParameters>(Paging);
        routes.MapGet("/tags/{**slug:minlength(1)}", Tag)
            .WithName("tag").WithSummary("Show a tag").WithDescription("The talks with the tag, newest first.")
            .WithParameters<SearchParameters>(Paging);
        routes.MapGet("/events/{**slug:minlength(1)}", Event)
            .WithName("event").WithSummary("Show an event").WithDescription("The talks at the event, newest first.")
            .WithParameters<SearchParameters>(Paging);
    }

    private static IReadOnlyList<Parameter> Paging(SearchParameters parameters) => [parameters.Page, parameters.PerPage];

    private static Task<Results<Answer<SpeakerAnswer>, InvalidParameter, NotFoundProblem>> Speaker(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options) =>
        ShowAsync(new(slug, http, pipeline, parameters, options), Facet.Speaker, Json.Default.SpeakerAnswer, static (named, page) =>
            new(named.Name, named.Slug, named.FirstDay?.Year, named.LastDay?.Year, page.Total, page.Page, page.PerPage, page.Talks));

    private static Task<Results<Answer<TagAnswer>, InvalidParameter, NotFoundProblem>> Tag(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options) =>
        ShowAsync(new(slug, http, pipeline, parameters, options), Facet.Tag, Json.Default.TagAnswer, static (named, page) =>
            new(named.Name, named.Slug, page.Total, page.Page, page.PerPage, page.Talks));

    private static Task<Results<Answer<EventAnswer>, InvalidParameter, NotFoundProblem>> Event(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options) =>
        ShowAsync(new(slug, http, pipeline, parameters, options), Facet.Event, Json.Default.EventAnswer, static (named, page) =>
            new(named.Name, named.Slug, named.FirstDay, named.LastDay, named.Location, named.Year, named.Series, page.Total, page.Page,
                page.PerPage, page.Talks));

    private sealed record Request(
        string Slug, HttpContext Http, AnswerPipeline Pipeline, SearchParameters Parameters, ServeOptions Options);

    private static async Task<Results<Answer<T>, InvalidParameter, NotFoundProblem>> ShowAsync<T>(
        Request request, Facet facet, JsonTypeInfo<T> json, Func<NamedCount, TalkListPage, T> answer)
    {
        var (question, wrong) = ParsedSearchRequest.Read(request.Http.Request.Query, request.Parameters, request.Options);
        return wrong is not null ? wrong : new Answer<T>(await request.Pipeline.AnswerAsync(request.Http, question.Key, (lease, cancel) =>
        {
            if (NamedTalks.Find(NamesOf(lease.Searcher, facet), request.Slug) is not { } named)
                return null;
            var page = TalkListPage.Of(request.Http.Request, lease.Searcher, Talks(question.Request, facet, named.Name), cancel);
            return page.Body(ResponseBody.Of(answer(named, page), json));
        }));
    }

    private static IReadOnlyList<NamedCount> NamesOf(ITalkSearcher searcher, Facet facet) =>
        facet == Facet.Speaker ? searcher.Speakers() : facet == Facet.Tag ? searcher.Tags() : searcher.Events();

    // A post is no talk at an event; the pages of events and their counts leave it out as well.
    private static SearchRequest Talks(SearchRequest paging, Facet facet, string name) =>
        new SearchRequest { Page = paging.Page, PerPage = paging.PerPage, Budget = paging.Budget, Kinds = facet == Facet.Event ? TalkListPage.Sessions : [] }
            .With(facet, [name]);
}
