using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary><c>GET /feed.atom</c>: the result of any search as an Atom feed, newest first.</summary>
internal static class AtomFeed
{
    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/feed.atom", Feed)
            .WithName("feed").WithTags("Pages").Produces<string>(200, AtomWriter.MediaType)
            .WithSummary("Follow a search").WithDescription("The newest talks of any search as an Atom feed.")
            .WithParameters<SearchParameters>(parameters => parameters.All);

    private static async Task<Results<Answer, InvalidParameter>> Feed(
        HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        if (wrong is not null)
            return wrong;
        var site = PublicAddress.Of(http.Request, options);
        var request =
            question.Request with
            {
                Sort = SearchSort.PublishedDescending,
                Page = 1,
                PerPage = AtomWriter.Entries,
                GroupByPost = false,
                Facets = [],
            };
        return new Answer(await pipeline.AnswerAsync(http, $"{site} {question.Key}", (lease, cancel) =>
        {
            var result = lease.Searcher.Search(request, cancel);
            return new ResponseBody(Write(question.Request, result, site, options.Title, lease.Version.BuiltAt),
                AtomWriter.MediaType)
            {
                IsCacheable = !result.Partial,
            };
        }, PublicAddress.Caching(options)));
    }

    private static byte[] Write(SearchRequest request, SearchResult result, string site, string title, DateTimeOffset builtAt)
    {
        var head = new FeedHead(
            SearchAddress.IsEmpty(request) ? title : $"{SearchPage.Title(request)} · {title}",
            AtomWriter.Name(SearchAddress.Feed(request)), builtAt)
        {
            Self = site + SearchAddress.Feed(request),
            Page = site + SearchAddress.Of(request),
        };
        return AtomWriter.Write(head, result.Hits.Select(hit => hit.Talk), Name, stored => WebAddress.Of(stored.Url) ?? Here(stored));

        string Name(StoredTalk stored) => AtomWriter.Name(ServiceAddresses.Instance.Talk(stored.Talk.Id));

        string Here(StoredTalk stored) => site + ServiceAddresses.Instance.Talk(stored.Talk.Id);
    }
}
