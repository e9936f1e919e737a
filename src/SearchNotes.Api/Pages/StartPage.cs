using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The start page: an overview of the index and examples of the query syntax.</summary>
internal static class StartPage
{
    private const int ShownAtOnce = 14;
    private const int ShownOnDemand = 50;

    public static Html Of(TalkSearcher searcher, SearchResult newest, Links links, string title)
    {
        var stats = searcher.Stats();
        var speakers = searcher.Speakers().OrderByDescending(speaker => speaker.Talks).ToArray();
        var tags = searcher.Tags();
        return $"""
            <section class="hello">
            <h1>Find the talk, not the post.</h1>
            {Layout.SearchField("")}
            <p>{title} searches {Labels.Count(stats.Talks, "talk")} by {Labels.Count(stats.Speakers, "speaker")} at {Labels.Count(stats.Events, "event")}{Years(stats)}, as noted in {Labels.Count(stats.Posts, "blog post")}.</p>
            {Examples(speakers, tags, newest)}
            </section>
            <div class="shelves">
            <section aria-labelledby="newest"><h2 id="newest">Newest talks</h2>
            <ol class="hits short">{Html.Each(newest.Hits, hit => HitView.Of(hit, links))}</ol>
            {Html.If(newest.Total > newest.Hits.Count, $"""<p class="more"><a href="/?sort=date_desc">Everything, newest first</a></p>""")}
            </section>
            <div>
            {Shelf("events", "Events", searcher.Events(), names => names, "/events/")}
            {Shelf("speakers", "Speakers", speakers, ByName, "/speakers/")}
            {Shelf("tags", "Tags", tags, ByName, "/tags/")}
            </div>
            </div>
            """;
    }

    private static string Years(IndexStats stats) => stats.Years is not { } years ? "" : years.First == years.Last
        ? FormattableString.Invariant($" in {years.First}")
        : FormattableString.Invariant($" from {years.First} to {years.Last}");

    /// <summary>Returns example queries with names from the index.</summary>
    private static Html Examples(NamedCount[] speakers, IReadOnlyList<NamedCount> tags, SearchResult newest)
    {
        var queries = new List<string>();
        if (newest.Hits.Select(hit => hit.Talk.Talk.Topic).FirstOrDefault() is { } topic)
        {
            queries.Add(string.Join(' ', topic.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).Take(2))
                .ToLowerInvariant());
        }
        if (speakers.MaxBy(speaker => speaker.Talks) is { } speaker)
            queries.Add($"speaker:{speaker.Name.Split(' ')[^1].ToLowerInvariant()}");
        if (tags.MaxBy(tag => tag.Talks) is { } tag)
            queries.Add($"tag:{(tag.Name.Contains(' ', StringComparison.Ordinal) ? $"\"{tag.Name}\"" : tag.Name)} has:code");
        return $"""
            <p class="tries">Try {Html.Each(queries.Where(query => query.Length > 0), query => $"""<a href="{SearchAddress.Of(new SearchRequest { Query = query })}">{query}</a> """)}</p>
            """;
    }

    private static Html Shelf(
        string id, string title, IReadOnlyList<NamedCount> names, Func<IEnumerable<NamedCount>, IEnumerable<NamedCount>> order,
        string folder)
    {
        var more = names.Skip(ShownAtOnce).Take(ShownOnDemand).ToArray();
        return names.Count == 0 ? Html.Nothing : $"""
            <section class="shelf" aria-labelledby="{id}"><h2 id="{id}">{title}</h2>
            {Names(order(names.Take(ShownAtOnce)), folder)}
            {Html.If(more.Length > 0, $"""<details><summary>{more.Length} more<span class="hidden"> {title}</span></summary>{Names(order(more), folder)}</details>""")}
            </section>
            """;
    }

    private static IEnumerable<NamedCount> ByName(IEnumerable<NamedCount> names) =>
        names.OrderBy(name => name.Name, StringComparer.InvariantCultureIgnoreCase);

    private static Html Names(IEnumerable<NamedCount> names, string folder) => $"""
        <ul class="cloud">{Html.Each(names, name => $"""<li><a href="{Links.Listed(folder, name.Slug)}"><span dir="auto">{name.Name}</span> <span class="count">{name.Talks}</span></a></li>""")}</ul>
        """;
}
