using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary><c>/speakers</c>, <c>/tags</c>, <c>/events</c> and <c>/talks</c>: everything there is, as pages.</summary>
internal static class NamesRoutes
{
    public static void MapNames(this IEndpointRouteBuilder routes)
    {
        Map(routes, ListKind.Speakers, searcher => searcher.Speakers());
        Map(routes, ListKind.Tags, searcher => searcher.Tags());
        Map(routes, ListKind.Events, searcher => searcher.Events());
        routes.MapGet("/talks", Talks)
            .WithName("talks_page").WithTags("Pages").ProducesPage()
            .WithSummary("All talks as a page").WithDescription("Newest first.")
            .WithParameters<SearchParameters>(parameters => [parameters.Page]);
    }

    private static void Map(IEndpointRouteBuilder routes, ListKind kind, Func<ITalkSearcher, IReadOnlyList<NamedCount>> names)
    {
        routes.MapGet($"/{kind.Folder}", Show)
            .WithName($"{kind.Folder}_page").WithTags("Pages").ProducesPage()
            .WithSummary($"All {kind.Folder} as a page").WithDescription("Each with the number of talks.");

        async Task<Answer> Show(HttpContext http, AnswerPipeline pipeline, ServeOptions options)
        {
            var layout = new ServiceLayout(options, PublicAddress.Of(http.Request, options));
            return new Answer(await pipeline.AnswerAsync(http, layout.Absolute($"all {kind.Folder}"), (lease, _) =>
            {
                using var language = Words.Speak(lease.Searcher);
                var head = new PageHead($"{kind.Plural} · {options.Title}")
                {
                    Canonical = layout.Absolute($"/{kind.Folder}"),
                    Description = $"{options.Title}: {kind.Plural}",
                };
                return layout.Page(head, NamesPage.Of(kind, names(lease.Searcher), new Links(lease.Searcher)));
            }, PublicAddress.Caching(options)));
        }
    }

    private static async Task<Results<Answer, InvalidParameter>> Talks(
        HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var reader = new ParameterReader(http.Request.Query, [parameters.Page]);
        var page = reader.Number(parameters.Page with { Max = SearchParameters.MaxReach / ListPage.PerPage });
        if (reader.Wrong is not null)
            return reader.Wrong;
        var layout = new ServiceLayout(options, PublicAddress.Of(http.Request, options));
        return new Answer(await pipeline.AnswerAsync(http, layout.Absolute($"all talks {page}"), (lease, cancel) =>
        {
            using var language = Words.Speak(lease.Searcher);
            var request = new SearchRequest
            {
                Sort = SearchSort.DateDescending,
                Kinds = TalkListPage.Sessions,
                Page = page,
                PerPage = ListPage.PerPage,
                Budget = options.SearchBudget,
            };
            var result = lease.Searcher.Search(request, cancel);
            var head = new PageHead($"{Words.Text("All talks")} · {options.Title}")
            {
                Canonical = layout.Absolute(page == 1 ? "/talks" : $"/talks?page={page}"),
                Feed = "/feed.atom",
                Description = Words.Text("{0}, newest first.", Labels.Count(result.Total, "talk")),
            };
            return layout.Page(head, ListPage.OfAll(result, page, lease.Searcher.Events(), new Links(lease.Searcher))) with
            {
                IsCacheable = !result.Partial,
            };
        }, PublicAddress.Caching(options)));
    }
}
