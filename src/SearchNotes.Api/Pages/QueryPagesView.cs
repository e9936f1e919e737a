using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Cards of the pages that a whole query means, above the hits.</summary>
internal static class QueryPagesView
{
    /// <summary>Returns the cards; nothing when there are none.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="links">The links of the page.</param>
    public static Html Of(QueryPages pages, Links links)
    {
        Html[] cards = [.. pages.BestBets.Where(bet => AddressOf(bet, links) is not null).Select(bet => Recommended(bet, links)), .. pages.Names.Select(name => Named(name, links))];
        return cards.Length == 0 ? Html.Nothing : $"""
            <ul class="named-list" aria-label="{Words.Text("Pages for this search")}">{Html.Each(cards, card => card)}</ul>
            """;
    }

    private static Html Recommended(BestBet bet, Links links) =>
        Card(Words.Text("Recommended"), AddressOf(bet, links), bet.Title, Facts(bet));

    private static string? AddressOf(BestBet bet, Links links) => links.Blog(bet.Url) ?? (bet.Talk is { } talk ? links.Talk(talk) : null);

    private static Html Named(FoundName name, Links links) =>
        Card(Words.Text(name.Facet.Title), Address(name, links), Labels.Of(name.Facet, name.Named.Name), Facts(name));

    private static Html Card(string what, string? address, string title, IEnumerable<string> facts) => $"""
        <li class="named"><p class="what soft">{what}</p><h2 dir="auto">{Links.To(address, Html.Nothing, $"{title}")}</h2>
        <p class="soft">{Html.Each(facts.Where(fact => fact.Length > 0), fact => $"""<span class="fact" dir="auto">{fact}</span>""")}</p></li>
        """;

    private static IEnumerable<string> Facts(BestBet bet) => bet.Talk is { } stored
        ? [string.Join(", ", stored.Talk.Speakers.Select(speaker => speaker.Name)), stored.EventTitle ?? ""]
        : [Uri.TryCreate(bet.Url, UriKind.Absolute, out var address) ? address.Host : bet.Url ?? ""];

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
