using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The talks of a list page.</summary>
/// <param name="Hits">The talks of this page, newest first.</param>
/// <param name="Total">Number of talks on all pages.</param>
/// <param name="Page">The number of this page, from 1.</param>
/// <param name="Years">The years of all talks with the number of talks.</param>
internal sealed record ListedTalks(IReadOnlyList<TalkHit> Hits, int Total, int Page, IReadOnlyList<FacetValue> Years)
{
    /// <summary>Whether a search finds the same talks. Default true.</summary>
    public bool CanBeSearched { get; init; } = true;
}

/// <summary>The page of a speaker, a tag or an event, with its talks, newest first.</summary>
internal static class ListPage
{
    /// <summary>Talks per page.</summary>
    public const int PerPage = 50;

    private const int ShownBeside = 8;

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
        {Html.If(kind != ListKind.Years, YearStrip.Of(talks.Years, Events(talks, links)))}
        {Html.If(talks.Page == 1, Beside(kind, named, talks, links))}
        </header>
        <ol class="hits short">{Html.Each(talks.Hits, hit => HitView.Of(hit, links, kind == ListKind.Speakers ? named.Slug : null))}</ol>
        {Paging(page => links.List(kind, named, page), talks.Page, PagingLinks.LastPage(talks.Total, PerPage))}
        </div>
        """;

    /// <summary>Returns the page with all talks, newest first.</summary>
    /// <param name="result">The talks of the page.</param>
    /// <param name="page">The number of the page, from 1.</param>
    /// <param name="events">All events.</param>
    /// <param name="links">The links of the page.</param>
    public static Html OfAll(SearchResult result, int page, IEnumerable<NamedCount> events, Links links) => $"""
        <div class="list">
        <header>
        <h1>{Words.Text("All talks")}</h1>
        <p>{Words.Text("{0}, newest first.", Labels.Count(result.Total, "talk"))}</p>
        {YearStrip.Of(result.Facets[Facet.Year], events)}
        </header>
        <ol class="hits short">{Html.Each(result.Hits, hit => HitView.Of(hit, links))}</ol>
        {Paging(number => number == 1 ? "/talks" : FormattableString.Invariant($"/talks?page={number}"), page, PagingLinks.LastPage(result.Total, PerPage))}
        </div>
        """;

    /// <summary>Returns the people a speaker talked with, and the tags of the talks.</summary>
    private static Html Beside(ListKind kind, NamedCount named, ListedTalks talks, Links links)
    {
        if (kind != ListKind.Speakers)
            return Html.Nothing;
        var others = talks.Hits.SelectMany(hit => hit.Talk.Talk.Speakers).Where(speaker => speaker.Slug != named.Slug)
            .DistinctBy(speaker => speaker.Slug).Take(ShownBeside).ToArray();
        var tags = talks.Hits.SelectMany(hit => hit.Talk.Tags).CountBy(tag => tag, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal).Take(ShownBeside).ToArray();
        return $"""
            {Html.If(others.Length > 0, $"""<p class="series"><span class="soft">{Words.Text("With")}</span> {Html.Each(others, other => $"""<a href="{links.Speaker(other)}" dir="auto">{other.Name}</a> """)}</p>""")}
            {Html.If(tags.Length > 0, $"""<ul class="tags" aria-label="{Words.Text("Tags")}">{Html.Each(tags, tag => $"""<li><a href="{links.Tag(tag.Key)}" dir="auto">{tag.Key}</a></li>""")}</ul>""")}
            """;
    }

    /// <summary>Returns the events of the talks, if the page has all talks.</summary>
    private static IEnumerable<NamedCount> Events(ListedTalks talks, Links links) => talks.Total > talks.Hits.Count ? []
        : talks.Hits.Select(hit => hit.Talk.EventTitle).OfType<string>().Distinct(StringComparer.Ordinal).Select(links.FindEvent).OfType<NamedCount>();

    /// <summary>Returns the text of the link from a list to the search of the same talks.</summary>
    public static string SearchText(Links links) => links.Addresses is ServiceAddresses ? Words.Text("Filter and sort") : Words.Text("Search in these");

    private static Html What(ListKind kind, Links links) =>
        links.Addresses.Names(kind) is { } names ? Links.To(names, Html.Nothing, $"{kind.Plural}") : $"{kind.Title}";

    private static Html Years(ListedTalks talks)
    {
        var years = talks.Years.Select(year => year.Value).Order(StringComparer.Ordinal).ToArray();
        return years switch
        {
            [] => $".",
            [var only] => $", {only}.",
            _ => $", {Words.Text("{0} to {1}", years[0], years[^1])}.",
        };
    }

    private static Html Paging(Func<int, string> address, int page, int last) => last == 1 ? Html.Nothing : $"""
        <nav class="paging" aria-label="{Words.Text("Pages")}"><ul>
        {Html.If(page > 1, $"""<li><a rel="prev" href="{address(page - 1)}">{Words.Text("Previous")}</a></li>""")}
        <li>{Words.Text("Page {0} of {1}", Words.Number(page), Words.Number(last))}</li>
        {Html.If(page < last, $"""<li><a rel="next" href="{address(page + 1)}">{Words.Text("Next")}</a></li>""")}
        </ul></nav>
        """;
}
