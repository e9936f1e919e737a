using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The talks of a list page.</summary>
/// <param name="Hits">The talks of this page, newest first.</param>
/// <param name="Total">Number of talks on all pages.</param>
/// <param name="Page">The number of this page, from 1.</param>
/// <param name="Years">The years of all talks.</param>
internal sealed record ListedTalks(IReadOnlyList<TalkHit> Hits, int Total, int Page, IReadOnlyList<string> Years)
{
    /// <summary>Whether a search finds the same talks. Default true.</summary>
    public bool CanBeSearched { get; init; } = true;
}

/// <summary>The page of a speaker, a tag or an event, with its talks, newest first.</summary>
internal static class ListPage
{
    /// <summary>Talks per page.</summary>
    public const int PerPage = 50;

    /// <summary>Returns the page.</summary>
    /// <param name="kind">The kind of list.</param>
    /// <param name="named">The name.</param>
    /// <param name="talks">The talks of the page.</param>
    /// <param name="links">The links of the page.</param>
    public static Html Of(ListKind kind, NamedCount named, ListedTalks talks, Links links) => $"""
        <div class="list">
        <header>
        <p class="soft what">{What(kind, links)}</p>
        <h1 dir="auto">{named.Name}</h1>
        <p>{Labels.Count(talks.Total, "talk")}{Html.If(kind != ListKind.Years, Years(talks))}{Html.If(talks.CanBeSearched, $""" <a class="search-in" href="{links.Addresses.Search(kind.Filter(named.Name))}">{SearchText(links)}</a>""")}</p>
        </header>
        <ol class="hits short">{Html.Each(talks.Hits, hit => HitView.Of(hit, links))}</ol>
        {Paging(page => links.List(kind, named, page), talks.Page, PagingLinks.LastPage(talks.Total, PerPage))}
        </div>
        """;

    private static string SearchText(Links links) => links.Addresses is ServiceAddresses ? "Filter and sort" : "Search in these";

    private static Html What(ListKind kind, Links links) =>
        links.Addresses.Names(kind) is { } names ? Links.To(names, Html.Nothing, $"{kind.Plural}") : $"{kind.Title}";

    private static Html Years(ListedTalks talks)
    {
        var years = talks.Years.Order(StringComparer.Ordinal).ToArray();
        return years switch
        {
            [] => $".",
            [var only] => $", {only}.",
            _ => $", {years[0]} to {years[^1]}.",
        };
    }

    private static Html Paging(Func<int, string> address, int page, int last) => last == 1 ? Html.Nothing : $"""
        <nav class="paging" aria-label="Pages"><ul>
        {Html.If(page > 1, $"""<li><a rel="prev" href="{address(page - 1)}">Previous</a></li>""")}
        <li>Page {page} of {last}</li>
        {Html.If(page < last, $"""<li><a rel="next" href="{address(page + 1)}">Next</a></li>""")}
        </ul></nav>
        """;
}
