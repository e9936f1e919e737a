using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Api.Talks;

/// <summary>One page of a list of talks, newest first.</summary>
/// <param name="Total">Number of talks on all pages.</param>
/// <param name="Page">The page number, from 1.</param>
/// <param name="PerPage">Talks per page.</param>
/// <param name="Talks">The talks.</param>
internal sealed record TalkListPage(int Total, int Page, int PerPage, IReadOnlyList<Hit> Talks)
{
    /// <summary>All kinds of documents except posts.</summary>
    public static IReadOnlyList<string> Sessions { get; } = [.. TalkKindNames.All.Where(kind => kind != TalkKindNames.Of(TalkKind.Post))];

    private string? Link { get; init; }

    private bool IsPartial { get; init; }

    /// <summary>Reads the page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="searcher">The index.</param>
    /// <param name="request">The filters and the page.</param>
    /// <param name="cancel">Cancels the search.</param>
    public static TalkListPage Of(HttpRequest http, ITalkSearcher searcher, SearchRequest request, CancellationToken cancel)
    {
        var result = searcher.Search(request with { Sort = SearchSort.DateDescending, Facets = [] }, cancel);
        return new(result.Total, request.Page, request.PerPage, [.. result.Hits.Select(SearchMapping.ToHit)])
        {
            Link = PagingLinks.Of(http, request.Page, request.PerPage, result.Total),
            IsPartial = result.Partial,
        };
    }

    /// <summary>Returns the body with the addresses of the other pages.</summary>
    public ResponseBody Body(ResponseBody body) => body with { Link = Link, IsCacheable = !IsPartial };
}
