using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>The metadata of a page.</summary>
/// <param name="Title">The title for the browser window and for search engines.</param>
internal sealed record PageHead(string Title)
{
    /// <summary>A description of one or two sentences for search engines and previews.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address, absolute.</summary>
    public string? Canonical { get; init; }

    /// <summary>The address of the page's content as a feed.</summary>
    public string? Feed { get; init; }

    /// <summary>Whether the page asks search engines not to index it: the number of result lists is unlimited.</summary>
    public bool IsHiddenFromSearchEngines { get; init; }

    /// <summary>The query in the search field.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether the bar at the top has the search field; false when the page itself has one. Default true.</summary>
    public bool HasSearchField { get; init; } = true;

    /// <summary>Linked data that describes the page (schema.org).</summary>
    public System.Text.Json.Nodes.JsonNode? LinkedData { get; init; }
}

/// <summary>The frame around every page.</summary>
/// <param name="options">The settings, for the title of the service.</param>
/// <param name="site">The service's own address, without a trailing slash.</param>
internal sealed class Layout(ServeOptions options, string site)
{
    /// <summary>Renders a page as a response body.</summary>
    public ResponseBody Page(PageHead head, Html main) =>
        new(System.Text.Encoding.UTF8.GetBytes(Render(head, main).ToString()), "text/html; charset=utf-8");

    /// <summary>Renders a page.</summary>
    public Html Render(PageHead head, Html main) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{head.Title}</title>
        {Html.If(head.Description is not null, $"""<meta name="description" content="{head.Description}">""")}
        {Html.If(head.IsHiddenFromSearchEngines, $"""<meta name="robots" content="noindex, follow">""")}
        {Html.If(head.Canonical is not null, $"""<link rel="canonical" href="{head.Canonical}">""")}
        <link rel="stylesheet" href="{Stylesheet.Address}">
        <link rel="icon" href="{Icon}">
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="{options.Title}">
        {Html.If(head.Feed is not null, $"""<link rel="alternate" type="application/atom+xml" href="{head.Feed}" title="{head.Title}">""")}
        {Html.If(head.LinkedData is not null, $"""<script type="application/ld+json">{Html.OfJson(head.LinkedData ?? new System.Text.Json.Nodes.JsonObject())}</script>""")}
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
        <div class="wrap">
        <a class="brand" href="/">{Logo}<span>{options.Title}</span></a>
        {Html.If(head.HasSearchField, SearchField(head.Query))}
        </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">
        {main}
        </main>
        <footer class="bottom">
        <nav class="wrap" aria-label="About this service">
        <a href="/">All talks</a>
        <a href="/feed.atom">Feed</a>
        <a href="/docs/">API</a>
        <a href="/docs/embed">Put this search on your blog</a>
        </nav>
        </footer>
        </body>
        </html>

        """;

    /// <summary>Returns the absolute address of a path of this service.</summary>
    public string Absolute(string path) => site + path;

    /// <summary>Returns the search form.</summary>
    public static Html SearchField(string query) => $"""
        <form class="search" role="search" action="/">
        <label class="hidden" for="q">Search talks</label>
        <input id="q" name="q" type="search" value="{query}" dir="auto" placeholder="Search talks, speakers, code …" maxlength="512" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
        <button type="submit">Search</button>
        </form>
        """;

    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230b5d5e'/%3E%3Cpath d='M8 10h16M8 16h10M8 22h13' stroke='%23fff' stroke-width='2.6' stroke-linecap='round'/%3E%3Crect x='15' y='13.4' width='10' height='5.2' rx='1.5' fill='%23ffd95a'/%3E%3C/svg%3E";

    private static Html Logo => $"""
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect class="logo-page" width="32" height="32" rx="7"/><path class="logo-lines" d="M8 10h16M8 16h10M8 22h13"/><rect class="logo-mark" x="15" y="13.4" width="10" height="5.2" rx="1.5"/></svg>
        """;
}
