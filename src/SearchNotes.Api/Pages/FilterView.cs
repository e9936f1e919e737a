using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The filters of a search: facets as links with counts, and active filters as removable chips.</summary>
internal static class FilterView
{
    private const int ShownAtOnce = 7;

    /// <summary>The facets in the order of the page.</summary>
    private static readonly Facet[] Order = [.. new[] { Facet.Speaker, Facet.Event, Facet.Year }.Union(Facet.All)];

    /// <summary>Returns the chips of the active filters.</summary>
    public static Html Chips(SearchRequest request)
    {
        var facets = Of(request, FacetResult.None).Where(facet => facet.Chosen.Count > 0).ToArray();
        return facets.Length == 0 ? Html.Nothing : $"""
            <ul class="chips" aria-label="{Words.Text("Active filters")}">
            {Html.Each(facets, facet => Html.Each(facet.Chosen, value => $"""
                <li><a class="chip" href="{facet.Without(value)}" title="{Words.Text("Remove this filter")}"><span class="hidden">{Words.Text("Remove this filter")} </span>{Words.Text(facet.Title)}: <span dir="auto">{facet.Label(value)}</span> <span aria-hidden="true">×</span></a></li>

                """))}
            <li><a class="chip plain" href="{SearchAddress.Of(new SearchRequest { Query = request.Query, Sort = request.Sort })}">{Words.Text("Remove all")}</a></li>
            </ul>
            """;
    }

    /// <summary>Returns the button that opens the facets where they are no column beside the hits.</summary>
    public static Html Opener(SearchRequest request, SearchResult result) => Html.If(
        Offered(request, result).Length > 0, $"""<button type="button" class="filter-button" popovertarget="filters">{Words.Text("Filter")}</button>""");

    /// <summary>Returns the facets that can narrow the result or widen it again: a column beside the hits, or a sheet over them.</summary>
    /// <remarks>The sheet is a popover, which needs no script.</remarks>
    public static Html Lists(SearchRequest request, SearchResult result) => Offered(request, result) is not { Length: > 0 } lists
        ? Html.Nothing : $"""
            <nav class="filters" id="filters" popover aria-label="{Words.Text("Filter")}">
            <div class="sheet-head"><h2>{Words.Text("Filter")}</h2><button type="button" popovertarget="filters" popovertargetaction="hide">{Words.Text("Close")}</button></div>
            {Html.Each(lists, list => List(list, list.Title == Facet.Year.Title ? YearStrip.Of(result.Facets[Facet.Year], []) : Html.Nothing))}
            <p class="sheet-foot"><button type="button" class="button" popovertarget="filters" popovertargetaction="hide">{Words.Text("Show {0}", Labels.Count(result.Total, "result"))}</button></p>
            </nav>
            """;

    private static FacetList[] Offered(SearchRequest request, SearchResult result) =>
        [.. Of(request, result.Facets)
            .Where(facet => facet.Chosen.Count > 0 || (result.Total > 1 && facet.Values.Any(value => value.Count < result.Total)))];

    private static Html List(FacetList facet, Html picture) => $"""
        <section class="facet">
        <h3>{Words.Text(facet.Title)}</h3>
        {picture}
        <ul>{Html.Each(facet.Values.Take(ShownAtOnce), value => Value(facet, value))}</ul>
        {Html.If(facet.Values.Count > ShownAtOnce, $"""
            <details><summary>{Words.Text("{0} more", Words.Number(facet.Values.Count - ShownAtOnce))}<span class="hidden"> ({Words.Text(facet.Title)})</span></summary><ul>{Html.Each(facet.Values.Skip(ShownAtOnce), value => Value(facet, value))}</ul></details>
            """)}
        </section>

        """;

    private static Html Value(FacetList facet, FacetValue value) => Html.Choose(
        facet.IsChosen(value.Value),
        $"""<li><a href="{facet.Without(value.Value)}" aria-current="true"><span dir="auto">{facet.Label(value.Value)}</span>{Count(value)}</a></li>""",
        $"""<li><a href="{facet.With(value.Value)}" rel="nofollow"><span dir="auto">{facet.Label(value.Value)}</span>{Count(value)}</a></li>""");

    private static Html Count(FacetValue value) => Html.If(value.Count > 0, $""" <span class="count">{value.Count}</span>""");

    private static IEnumerable<FacetList> Of(SearchRequest request, FacetResult facets)
    {
        var first = request with { Page = 1 };
        return
        [
            .. Order.Select(facet => new FacetList(facet.Title, facets[facet], request.ValuesOf(facet), values => first.With(facet, values))
            {
                Label = value => Labels.Of(facet, value),
            }),
            new("Notes with", [.. ContentNames.All.Select(name => new FacetValue(name, 0))], request.Has,
                values => first with { Has = values }) { Label = Labels.Has },
        ];
    }

    /// <summary>A facet with its values, of which some are chosen.</summary>
    private sealed record FacetList(
        string Title, IReadOnlyList<FacetValue> Values, IReadOnlyList<string> Chosen, Func<IReadOnlyList<string>, SearchRequest> Choose)
    {
        public required Func<string, string> Label { get; init; }

        public bool IsChosen(string value) => Chosen.Contains(value, StringComparer.OrdinalIgnoreCase);

        public string With(string value) => SearchAddress.Of(Choose([.. Chosen, value]));

        public string Without(string value) =>
            SearchAddress.Of(Choose([.. Chosen.Where(chosen => !string.Equals(chosen, value, StringComparison.OrdinalIgnoreCase))]));
    }
}
