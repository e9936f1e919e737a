using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The page of a speaker, a tag or an event, with its talks, newest first.</summary>
internal static class ListPage
{
    /// <summary>Talks per page.</summary>
    public const int PerPage = 50;

    public static Html Of(string what, NamedCount named, SearchRequest request, SearchResult result, Links links, string path) => $"""
        <div class="list">
        <header>
        <p class="soft what">{what}</p>
        <h1 dir="auto">{named.Name}</h1>
        <p>{Labels.Count(result.Total, "talk")}{Years(result)} <a class="search-in" href="{SearchAddress.Of(Filtered(request))}">Filter and sort</a></p>
        </header>
        <ol class="hits short">{Html.Each(result.Hits, hit => HitView.Of(hit, links))}</ol>
        {Paging(path, request.Page, PagingLinks.LastPage(result.Total, PerPage))}
        </div>
        """;

    private static SearchRequest Filtered(SearchRequest request) =>
        new() { Speakers = request.Speakers, Tags = request.Tags, Events = request.Events };

    private static string Years(SearchResult result)
    {
        var years = result.Facets[Facet.Year].Select(year => year.Value).Order(StringComparer.Ordinal).ToArray();
        return years switch
        {
            [] => ".",
            [var only] => $", {only}.",
            _ => $", {years[0]} to {years[^1]}.",
        };
    }

    private static Html Paging(string path, int page, int last) => last == 1 ? Html.Nothing : $"""
        <nav class="paging" aria-label="Pages"><ul>
        {Html.If(page > 1, $"""<li><a rel="prev" href="{path}?page={page - 1}">Previous</a></li>""")}
        <li>Page {page} of {last}</li>
        {Html.If(page < last, $"""<li><a rel="next" href="{path}?page={page + 1}">Next</a></li>""")}
        </ul></nav>
        """;
}
