using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
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

    private static async Task<Results<Answer<SpeakerAnswer>, InvalidParameter, NotFoundProblem>> Speaker(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        return wrong is not null ? wrong : new Answer<SpeakerAnswer>(await pipeline.AnswerAsync(http, question.Key, (lease, cancel) =>
            Find(lease.Searcher.Speakers(), slug, http, lease, question.Request, Facet.Speaker, cancel) is var (named, page)
                ? page.Body(ResponseBody.Of(
                    new SpeakerAnswer(named.Name, named.Slug, named.FirstDay?.Year, named.LastDay?.Year, page.Total, page.Page, page.PerPage,
                        page.Talks),
                    Json.Default.SpeakerAnswer))
                : null));
    }

    private static async Task<Results<Answer<TagAnswer>, InvalidParameter, NotFoundProblem>> Tag(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        return wrong is not null ? wrong : new Answer<TagAnswer>(await pipeline.AnswerAsync(http, question.Key, (lease, cancel) =>
            Find(lease.Searcher.Tags(), slug, http, lease, question.Request, Facet.Tag, cancel) is var (named, page)
                ? page.Body(ResponseBody.Of(
                    new TagAnswer(named.Name, named.Slug, page.Total, page.Page, page.PerPage, page.Talks), Json.Default.TagAnswer))
                : null));
    }

    private static async Task<Results<Answer<EventAnswer>, InvalidParameter, NotFoundProblem>> Event(
        string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        return wrong is not null ? wrong : new Answer<EventAnswer>(await pipeline.AnswerAsync(http, question.Key, (lease, cancel) =>
            Find(lease.Searcher.Events(), slug, http, lease, question.Request, Facet.Event, cancel) is var (named, page)
                ? page.Body(ResponseBody.Of(
                    new EventAnswer(named.Name, named.Slug, named.FirstDay, named.LastDay, named.Location, named.Year, named.Series,
                        page.Total, page.Page, page.PerPage, page.Talks),
                    Json.Default.EventAnswer))
                : null));
    }

    /// <summary>Returns a name and the requested page of its talks; <see langword="null"/> when nothing has the slug.</summary>
    private static (NamedCount Named, TalkListPage Page)? Find(
        IReadOnlyList<NamedCount> names, string slug, HttpContext http, SearcherLease lease, SearchRequest paging, Facet facet,
        CancellationToken cancel) =>
        NamedTalks.Find(names, slug) is { } named
            ? (named, TalkListPage.Of(http.Request, lease.Searcher, Talks(paging, facet, named.Name), cancel)) : null;

    // A post is no talk at an event; the pages of events and their counts leave it out as well.
    private static SearchRequest Talks(SearchRequest paging, Facet facet, string name) =>
        new SearchRequest { Page = paging.Page, PerPage = paging.PerPage, Budget = paging.Budget, Kinds = facet == Facet.Event ? TalkListPage.Sessions : [] }
            .With(facet, [name]);
}
