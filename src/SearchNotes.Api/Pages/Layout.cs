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

    /// <summary>Where the first link of the page leads, and its text.</summary>
    public (string Address, string Text) Skip { get; init; } = ("#main", Words.Text("Skip to content"));

    /// <summary>Whether the page is about one thing, such as a talk, rather than a list.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Whether the page asks search engines not to index it: the number of result lists is unlimited.</summary>
    public bool IsHiddenFromSearchEngines { get; init; }

    /// <summary>The query in the search field.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether the bar at the top has the search field; false when the page itself has one. Default true.</summary>
    public bool HasSearchField { get; init; } = true;

    /// <summary>Whether the site has an OpenSearch description. Default true.</summary>
    public bool HasOpenSearch { get; init; } = true;

    /// <summary>Linked data that describes the page (schema.org).</summary>
    public System.Text.Json.Nodes.JsonNode? LinkedData { get; init; }
}

/// <summary>Frame around the content of every page of a site: head, header and footer.</summary>
/// <param name="Title">The title of the site.</param>
/// <param name="Addresses">The addresses of the site.</param>
internal sealed record PageFrame(string Title, PageAddresses Addresses)
{
    /// <summary>Elements at the start of <c>head</c>, such as a policy or a script.</summary>
    public Html Head { get; init; } = Html.Nothing;

    /// <summary>Returns the search field of the bar at the top, filled with a query.</summary>
    public required Func<string, Html> SearchField { get; init; }

    /// <summary>Returns the links at the bottom.</summary>
    public required Func<Html> Footer { get; init; }
}

/// <summary>Renders whole pages.</summary>
/// <param name="frame">The frame around the content.</param>
internal sealed class Layout(PageFrame frame)
{
    /// <summary>Renders a page as a response body.</summary>
    public ResponseBody Page(PageHead head, Html main) =>
        new(System.Text.Encoding.UTF8.GetBytes(Render(head, main).ToString()), "text/html; charset=utf-8");

    /// <summary>Renders a page.</summary>
    public Html Render(PageHead head, Html main) => $"""
        <!doctype html>
        <html lang="{Words.Language}"{Html.If(Words.IsRightToLeft, $" dir=\"rtl\"")}>
        <head>
        <meta charset="utf-8">
        {frame.Head}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{head.Title}</title>
        {Html.If(head.Description is not null, $"""<meta name="description" content="{head.Description}">""")}
        {Html.If(head.IsHiddenFromSearchEngines, $"""<meta name="robots" content="noindex, follow">""")}
        {Html.If(head.Canonical is not null, $"""<link rel="canonical" href="{head.Canonical}">""")}
        {Html.If(!head.IsHiddenFromSearchEngines, Card(head))}
        <link rel="stylesheet" href="{frame.Addresses.File(PageAsset.Style.Path)}">
        <link rel="icon" type="image/svg+xml" href="{frame.Addresses.File(PageAsset.Icon.Path)}">
        {Html.If(head.HasOpenSearch, $"""<link rel="search" type="application/opensearchdescription+xml" href="{frame.Addresses.File("opensearch.xml")}" title="{frame.Title}">""")}
        {Html.If(head.Feed is not null, $"""<link rel="alternate" type="application/atom+xml" href="{head.Feed}" title="{head.Title}">""")}
        {Html.If(head.LinkedData is not null, $"""<script type="application/ld+json">{Html.OfJson(head.LinkedData ?? new System.Text.Json.Nodes.JsonObject())}</script>""")}
        </head>
        <body>
        <header class="top">
        <a class="skip" href="{head.Skip.Address}">{head.Skip.Text}</a>
        <div class="wrap">
        <a class="brand" href="{frame.Addresses.Start}">{Logo}<span>{frame.Title}</span></a>
        {Html.If(head.HasSearchField, frame.SearchField(head.Query))}
        </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">
        {main}
        </main>
        <footer class="bottom">
        <nav class="wrap" aria-label="{Words.Text("About this search")}">
        {frame.Footer()}
        </nav>
        </footer>
        </body>
        </html>

        """;

    /// <summary>Returns what previews of a link show (Open Graph).</summary>
    private Html Card(PageHead head) => $"""
        <meta property="og:type" content="{(head.IsArticle ? "article" : "website")}">
        <meta property="og:site_name" content="{frame.Title}">
        <meta property="og:title" content="{head.Title}">
        {Html.If(head.Description is not null, $"""<meta property="og:description" content="{head.Description}">""")}
        {Html.If(head.Canonical is not null, $"""<meta property="og:url" content="{head.Canonical}">""")}
        <meta name="twitter:card" content="summary">
        """;

    private static Html Logo => $"""
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect class="logo-page" width="32" height="32" rx="7"/><path class="logo-lines" d="M8 10h16M8 16h10M8 22h13"/><rect class="logo-mark" x="15" y="13.4" width="10" height="5.2" rx="1.5"/></svg>
        """;
}
