using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Content of the start page.</summary>
/// <param name="Title">The title of the site.</param>
/// <param name="Searcher">The index.</param>
/// <param name="Newest">The newest talks.</param>
internal sealed record StartContent(string Title, ITalkSearcher Searcher, IReadOnlyList<TalkHit> Newest)
{
    /// <summary>The search field.</summary>
    public required Html SearchField { get; init; }

    /// <summary>The years of all talks with the number of talks.</summary>
    public IReadOnlyList<FacetValue> Years { get; init; } = [];

    /// <summary>Content directly after the newest talks.</summary>
    public Html AfterNewest { get; init; } = Html.Nothing;

    /// <summary>Further sections below the newest talks.</summary>
    public Html BelowNewest { get; init; } = Html.Nothing;
}

/// <summary>The start page: an overview of the index and examples of the query syntax.</summary>
internal static class StartPage
{
    private const int ShownAtOnce = 14;
    private const int ShownOnDemand = 50;

    public static Html Of(StartContent content, Links links)
    {
        var stats = content.Searcher.Stats();
        var speakers = content.Searcher.Speakers().OrderByDescending(speaker => speaker.Talks).ToArray();
        var tags = content.Searcher.Tags();
        return $"""
            <section class="hello">
            <h1>{Words.Text("Find the talk, not the post.")}</h1>
            {content.SearchField}
            {Html.If(stats.Talks > 0, $"<p>{Contents(content.Title, stats)}</p>")}
            {Examples(speakers, tags, content.Newest, links)}
            <p class="tries" data-recent hidden>{Words.Text("Recent")}</p>
            {YearStrip.Of(content.Years, content.Searcher.Events())}
            </section>
            <div class="shelves">
            <div>
            <section aria-labelledby="newest"><h2 id="newest">{Words.Text("Newest talks")}</h2>
            <ol class="hits short">{Html.Each(content.Newest, hit => HitView.Of(hit, links))}</ol>
            {content.AfterNewest}
            </section>
            {content.BelowNewest}
            </div>
            <div>
            {Shelf(ListKind.Events, content.Searcher.Events(), names => names, links)}
            {Shelf(ListKind.Speakers, speakers, ByName, links)}
            {Shelf(ListKind.Tags, tags, ByName, links)}
            </div>
            </div>
            """;
    }

    private static string Contents(string title, IndexStats stats) => Words.Text("{0} searches {1} by {2} at {3}{4}, as noted in {5}.", title,
        Labels.Count(stats.Talks, "talk"), Labels.Count(stats.Speakers, "speaker"), Labels.Count(stats.Events, "event"), Years(stats),
        Labels.Count(stats.Posts, "blog post"));

    private static string Years(IndexStats stats) => stats.Years is not { } years ? "" : years.First == years.Last
        ? Words.Text(" in {0}", Labels.Year(years.First))
        : Words.Text(" from {0} to {1}", Labels.Year(years.First), Labels.Year(years.Last));

    /// <summary>Returns example queries with names from the index.</summary>
    private static Html Examples(
        NamedCount[] speakers, IReadOnlyList<NamedCount> tags, IReadOnlyList<TalkHit> newest, Links links)
    {
        var queries = new List<string>();
        if (newest.Select(hit => hit.Talk.Talk.Topic).FirstOrDefault() is { } topic)
        {
            queries.Add(string.Join(' ', topic.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', ':', '.', '?', '!', '"', '(', ')')).Where(word => word.Length > 3).Take(2))
                .ToLowerInvariant());
        }
        if (speakers.MaxBy(speaker => speaker.Talks) is { } speaker)
            queries.Add($"speaker:{speaker.Name.Split(' ')[^1].ToLowerInvariant()}");
        if (tags.MaxBy(tag => tag.Talks) is { } tag)
            queries.Add($"tag:{(tag.Name.Contains(' ', StringComparison.Ordinal) ? $"\"{tag.Name}\"" : tag.Name)} has:code");
        return $"""
            <p class="tries">{Words.Text("Try")} {Html.Each(queries.Where(query => query.Length > 0), query => $"""<a href="{links.Addresses.Search(new SearchRequest { Query = query })}">{query}</a> """)}</p>
            """;
    }

    private static Html Shelf(
        ListKind kind, IReadOnlyList<NamedCount> names, Func<IEnumerable<NamedCount>, IEnumerable<NamedCount>> order, Links links)
    {
        var title = kind.Plural;
        var all = links.Addresses.Names(kind);
        var more = names.Skip(ShownAtOnce).Take(ShownOnDemand).ToArray();
        return names.Count == 0 ? Html.Nothing : $"""
            <section class="shelf" aria-labelledby="{kind.Folder}"><h2 id="{kind.Folder}">{title}</h2>
            {NameLinks(kind, order(names.Take(ShownAtOnce)), links)}
            {Html.If(more.Length > 0 && all is not null, $"""<p class="more"><a href="{all}">{Words.Text("All {0}", Labels.Count(names.Count, kind.Facet.Title.ToLowerInvariant()))}</a></p>""")}
            {Html.If(more.Length > 0 && all is null, $"""<details><summary>{Words.Text("{0} more", Words.Number(more.Length))}<span class="hidden"> {title}</span></summary>{NameLinks(kind, order(more), links)}</details>""")}
            </section>
            """;
    }

    /// <summary>Returns the names as links with counts.</summary>
    public static Html NameLinks(ListKind kind, IEnumerable<NamedCount> names, Links links) => $"""
        <ul class="cloud">{Html.Each(names, name => $"""<li><a href="{links.List(kind, name)}"><span dir="auto">{name.Name}</span> <span class="count">{name.Talks}</span></a></li>""")}</ul>
        """;

    private static IEnumerable<NamedCount> ByName(IEnumerable<NamedCount> names) =>
        names.OrderBy(name => name.Name, StringComparer.InvariantCultureIgnoreCase);
}
