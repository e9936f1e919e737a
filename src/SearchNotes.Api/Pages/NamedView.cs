using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Cards of the names that a whole query means, above the hits.</summary>
internal static class NamedView
{
    /// <summary>Returns the cards; nothing when there are none.</summary>
    /// <param name="names">The names.</param>
    /// <param name="links">The links of the page.</param>
    public static Html Of(IReadOnlyList<FoundName> names, Links links) => names.Count == 0 ? Html.Nothing : $"""
        <ul class="named-list" aria-label="{Words.Text("Pages of this name")}">{Html.Each(names, name => Card(name, links))}</ul>
        """;

    private static Html Card(FoundName name, Links links) => $"""
        <li class="named"><p class="what soft">{Words.Text(name.Facet.Title)}</p><h2 dir="auto"><a href="{Address(name, links)}">{Labels.Of(name.Facet, name.Named.Name)}</a></h2>
        <p class="soft">{Html.Each(Facts(name), fact => $"""<span class="fact" dir="auto">{fact}</span>""")}</p></li>
        """;

    private static string Address(FoundName name, Links links) => ListKind.Of(name.Facet) is { } kind
        ? links.List(kind, name.Named) : links.Addresses.Search(new SearchRequest().With(name.Facet, [name.Named.Slug]));

    private static IEnumerable<string> Facts(FoundName name)
    {
        var named = name.Named;
        yield return Labels.Count(named.Talks, "talk");
        if (name.Facet == Facet.Event && Labels.Days(named.FirstDay, named.LastDay) is { } days)
            yield return days;
        else if (Labels.Years(named.FirstDay?.Year, named.LastDay?.Year) is { } years)
            yield return years;
        if (named.Location is { } location)
            yield return location;
    }
}
