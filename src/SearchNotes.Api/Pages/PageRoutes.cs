using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Insights;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The pages for search, talks, speakers, tags and events. They need no JavaScript.</summary>
internal static class PageRoutes
{
    /// <summary>A talk's page marks the words of a query up to this length.</summary>
    private const int MaxMarkedQuery = 512;

    private const int NewestWhenNothingIsFound = 3;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Search)
            .WithName("search_page").WithTags("Pages").ProducesPage("text/plain")
            .WithSummary("Search as a page")
            .WithDescription("The result list, or the start page without a query. Plain text for `Accept: text/plain` and for curl.")
            .WithParameters<SearchParameters>(parameters => parameters.All);
        routes.MapGet("/talks/{id}", Talk)
            .WithName("talk_page").WithTags("Pages").ProducesPage()
            .WithSummary("A talk as a page")
            .WithDescription("All notes of the talk, related talks, and the link to the blog. An id that the talk had before leads to it.");
        MapList(routes, ListKind.Speakers, searcher => searcher.Speakers());
        MapList(routes, ListKind.Tags, searcher => searcher.Tags());
        MapList(routes, ListKind.Events, searcher => searcher.Events());
    }

    private static async Task<Results<Answer, InvalidParameter>> Search(
        HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options, QueryLog log)
    {
        http.Response.Headers.Append(HeaderNames.Vary, Representation.Vary);
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        if (wrong is not null)
            return wrong;
        var isText = Representation.WantsText(http.Request);
        var site = PublicAddress.Of(http.Request, options);
        var answered = await pipeline.AnswerAsync(
            http,
            $"{site} {isText} {question.Key}",
            (lease, cancel) => isText
                ? TextPage(question, lease, site, cancel)
                : ResultPage(question, lease, new ServiceLayout(options, site), options, cancel),
            PublicAddress.Caching(options));
        log.Searched(http.Request, question.Request, answered);
        return new Answer(answered);
    }

    private static ResponseBody ResultPage(ParsedSearchRequest question, SearcherLease lease, ServiceLayout layout, ServeOptions options,
        CancellationToken cancel)
    {
        using var language = Words.Speak(lease.Searcher);
        var request = question.Request;
        var links = new Links(lease.Searcher) { CountedQuery = options.QueryLog is null ? null : request.Query };
        if (SearchAddress.IsEmpty(request))
        {
            var newest = lease.Searcher.Search(request with { Facets = [Facet.Year], PerPage = 8, Kinds = TalkListPage.Sessions }, cancel);
            return layout.Page(
                new PageHead(Words.Text("{0}: search conference notes talk by talk", options.Title))
                {
                    Canonical = layout.Absolute("/"),
                    Feed = "/feed.atom",
                    Description = Words.Text("Search conference notes talk by talk."),
                    HasSearchField = false,
                },
                StartPage.Of(
                    new StartContent(options.Title, lease.Searcher, newest.Hits)
                    {
                        SearchField = ServiceLayout.SearchField(""),
                        Years = newest.Facets[Facet.Year],
                        AfterNewest = Html.If(newest.Total > newest.Hits.Count, $"""<p class="more"><a href="/talks">{Words.Text("All {0}", Labels.Count(newest.Total, "talk"))}</a></p>"""),
                    },
                    links));
        }
        var result = lease.Searcher.Search(request, cancel);
        var head = new PageHead($"{SearchPage.Title(request)} · {options.Title}")
        {
            Query = request.Query,
            Canonical = layout.Absolute(SearchAddress.Of(request)),
            Feed = SearchAddress.Feed(request),
            IsHiddenFromSearchEngines = true,
            Skip = ("#hits", Words.Text("Skip to results")),
        };
        var content = new ResultContent(question, result)
        {
            Pages = lease.Searcher.PagesOf(request),
            Newest = result.Total > 0 ? [] : lease.Searcher.Search(
                new SearchRequest { Facets = [], PerPage = NewestWhenNothingIsFound, Kinds = TalkListPage.Sessions, Budget = request.Budget }, cancel).Hits,
        };
        return layout.Page(head, SearchPage.Of(content, links)) with
        {
            IsCacheable = !result.Partial,
            GoodHits = result.NearOnly ? 0 : result.Total,
        };
    }

    private static ResponseBody TextPage(ParsedSearchRequest question, SearcherLease lease, string site, CancellationToken cancel)
    {
        var result = lease.Searcher.Search(question.Request with { Facets = [] }, cancel);
        return new ResponseBody(System.Text.Encoding.UTF8.GetBytes(ResultText.Of(question, result, lease.Searcher.PagesOf(question.Request), site)),
            "text/plain; charset=utf-8")
        {
            IsCacheable = !result.Partial,
            GoodHits = result.NearOnly ? 0 : result.Total,
        };
    }

    private static async Task<Results<Answer, Moved, NotFoundProblem>> Talk(
        string id, HttpContext http, AnswerPipeline pipeline, ServeOptions options)
    {
        var layout = new ServiceLayout(options, PublicAddress.Of(http.Request, options));
        var query = http.Request.Query["q"].ToString() is { Length: <= MaxMarkedQuery } given ? given : "";
        return new Answer(await pipeline.AnswerAsync(http, layout.Absolute($"talk {query}"), (lease, cancel) =>
        {
            using var language = Words.Speak(lease.Searcher);
            if (lease.Searcher.Find(id) is not { } stored)
                return null;
            var address = layout.Absolute(ServiceAddresses.Instance.Talk(id));
            var head = new PageHead($"{Labels.Topic(stored)} · {options.Title}")
            {
                Canonical = address,
                Description = TalkPage.Description(stored),
                LinkedData = TalkLinkedData.Of(stored, address),
                IsArticle = true,
                Query = query,
            };
            var content = new TalkContent(stored, lease.Searcher.DocumentsOfPost(stored.PostId),
                lease.Searcher.Related(id, budget: options.SearchBudget, cancel: cancel))
            {
                Marked = query.Length == 0 ? [] : lease.Searcher.Mark(stored, query),
            };
            return layout.Page(head, TalkPage.Of(content, new Links(lease.Searcher)));
        }, PublicAddress.Caching(options),
            lease => lease.Searcher.IdOfFormer(id) is { } now ? ServiceAddresses.Instance.Talk(now) : null));
    }

    private static void MapList(
        IEndpointRouteBuilder routes, ListKind kind, Func<ITalkSearcher, IReadOnlyList<NamedCount>> names)
    {
        // A catch-all parameter, because a proxy may have decoded the slashes of a name.
        routes.MapGet($"/{kind.Folder}/{{**slug:minlength(1)}}", Show)
            .WithName($"{kind.Title.ToLowerInvariant()}_page").WithTags("Pages").ProducesPage()
            .WithSummary($"{kind.Title} as a page").WithDescription("The talks, newest first.")
            .WithParameters<SearchParameters>(parameters => [parameters.Page]);

        async Task<Results<Answer, InvalidParameter, NotFoundProblem>> Show(
            string slug, HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
        {
            var reader = new ParameterReader(http.Request.Query, [parameters.Page]);
            var page = reader.Number(parameters.Page with { Max = SearchParameters.MaxReach / ListPage.PerPage });
            if (reader.Wrong is not null)
                return reader.Wrong;
            var layout = new ServiceLayout(options, PublicAddress.Of(http.Request, options));
            return new Answer(await pipeline.AnswerAsync(http, layout.Absolute($"{kind.Title} {page}"), (lease, cancel) =>
            {
                using var language = Words.Speak(lease.Searcher);
                var all = names(lease.Searcher);
                if (NamedTalks.Find(all, slug) is not { } named)
                    return null;
                if (kind == ListKind.Events)
                    return ProgrammePage(named, all, lease, layout, options, cancel);
                var request =
                    kind.Filter(named.Name) with
                    {
                        Sort = SearchSort.DateDescending,
                        Page = page,
                        PerPage = ListPage.PerPage,
                        Budget = options.SearchBudget,
                    };
                var result = lease.Searcher.Search(request, cancel);
                var talks = new ListedTalks(result.Hits, result.Total, page, result.Facets[Facet.Year]);
                var links = new Links(lease.Searcher);
                var head = new PageHead($"{named.Name} · {options.Title}")
                {
                    Canonical = layout.Absolute(links.List(kind, named)),
                    Feed = SearchAddress.Feed(request),
                    Description = $"{kind.Title} {Words.Text("{0}: {1}, with notes.", named.Name, Labels.Count(result.Total, "talk"))}",
                };
                return layout.Page(head, ListPage.Of(kind, named, talks, links)) with
                {
                    IsCacheable = !result.Partial,
                };
            }, PublicAddress.Caching(options)));
        }
    }

    private static ResponseBody ProgrammePage(NamedCount named, IReadOnlyList<NamedCount> all, SearcherLease lease, ServiceLayout layout,
        ServeOptions options, CancellationToken cancel)
    {
        var talks = new List<StoredTalk>();
        var isPartial = false;
        var request = ListKind.Events.Filter(named.Name) with
        {
            Kinds = TalkListPage.Sessions,
            Sort = SearchSort.DateAscending,
            PerPage = 100,
            Facets = [],
            Budget = options.SearchBudget,
        };
        for (var page = 1; page * request.PerPage <= Programme.MaxTalks; page++)
        {
            var result = lease.Searcher.Search(request with { Page = page }, cancel);
            talks.AddRange(result.Hits.Select(hit => hit.Talk));
            isPartial |= result.Partial;
            if (talks.Count >= result.Total)
                break;
        }

        var links = new Links(lease.Searcher);
        var head = new PageHead($"{named.Name} · {options.Title}")
        {
            Canonical = layout.Absolute(links.List(ListKind.Events, named)),
            Feed = SearchAddress.Feed(ListKind.Events.Filter(named.Name)),
            Description = Words.Text("{0}: {1}, with notes.", named.Name, Labels.Count(talks.Count, "talk")),
        };
        NamedCount[] series = [.. all.Where(other => other.Series == named.Series)];
        return layout.Page(head, Programme.Of(named, talks, series, links)) with { IsCacheable = !isPartial };
    }
}
