using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Box;

namespace SearchNotes.Api.Pages;

/// <summary><c>GET /docs/embed</c>: how to install the search box on a blog, with snippets that contain this server's address.</summary>
internal static class EmbedPage
{
    public static void MapEmbed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/docs/embed", Show)
            .WithName("embed_page").WithTags("Pages").ProducesPage()
            .WithSummary("How to install the search box").WithDescription("The snippets for a blog, with this server's address.");

    private static FileContentHttpResult Show(HttpContext http, ServeOptions options)
    {
        var site = PublicAddress.Of(http.Request, options);
        var layout = new ServiceLayout(options, site);
        var page = layout.Page(
            new PageHead($"Put this search on your blog · {options.Title}") { Canonical = layout.Absolute("/docs/embed") },
            Main(site, options));
        http.Response.Headers.CacheControl = PublicAddress.Caching(options);
        return TypedResults.Bytes(page.Bytes, page.MediaType);
    }

    /// <summary>Where generators keep parts of templates, and how a layout includes one.</summary>
    private static readonly (string Name, string File, string Include)[] Generators =
    [
        ("Jekyll", "_includes/search-notes.html", "{% include search-notes.html %}"),
        ("Hugo", "layouts/partials/search-notes.html", "{{ partial \"search-notes.html\" . }}"),
        ("Eleventy", "_includes/search-notes.html", "{% include \"search-notes.html\" %}"),
        ("Hakyll", "templates/search-notes.html", "$partial(\"templates/search-notes.html\")$"),
    ];

    /// <summary>Returns a snippet with a button that copies it, which appears with the script of the pages.</summary>
    private static Html Snippet(string text) => $"""
        <div class="snippet"><pre class="whole"><code>{text}</code></pre><button class="button quiet" type="button" data-copy="{text}" data-copied="Copied" hidden>Copy</button></div>
        """;

    /// <summary>Returns a tab per generator. The tabs are radio buttons, which need no script.</summary>
    private static Html Tabs => $"""
        <div class="tabs" role="group" aria-label="Generator">
        {Html.Each(Generators.Index(), generator => $"""
            <input type="radio" name="generator" id="generator-{generator.Index}"{Html.If(generator.Index == 0, $" checked")}><label for="generator-{generator.Index}">{generator.Item.Name}</label>
            <div class="tab"><p>Save it as <code>{generator.Item.File}</code>, and include it in the layout:</p>
            {Snippet(generator.Item.Include)}</div>

            """)}
        </div>
        """;

    /// <summary>Returns the box itself. The page's own field takes the key <c>/</c>.</summary>
    private static Html Box(string site) => $"""
        <script type="module" src="/search-box.js"></script>
        <search-notes endpoint="{site}/" shortcut="mod+k" url="off"></search-notes>
        """;

    private static Html Main(string site, ServeOptions options) => $"""
        <article class="talk">
        <h1>Put this search on your blog</h1>
        <div class="notes">
        <p>Paste this into your blog’s template where the search field should be. Without JavaScript it is a plain form that leads to the search page of this server; with JavaScript it shows results as the reader types.</p>
        {Snippet(SearchBox.Snippet(site, options.QueryLog is not null))}
        <h2>Try it</h2>
        <p>This is the box over the notes of this server.</p>
        {Box(site)}
        <h2>Generators</h2>
        <p>Save the snippet as a file of your templates, and include it where the field should be.</p>
        {Tabs}
        <h2>Pin a version</h2>
        <p>To run only a version that you have reviewed, pin it. The content of this address never changes, and updates of the service keep it available.</p>
        {Snippet(SearchBox.PinnedSnippet(site, options.QueryLog is not null))}
        <h2>Allow your blog to call this server</h2>
        <p>Browsers let a page call this server only if the server names the page’s origin. {Origins(options)}</p>
        <p>When a page is refused, the log says so once and names the setting to change.</p>
        <h2>Policies</h2>
        <p>If your blog sends a content security policy, it needs <code>script-src {site}; connect-src {site}; form-action {site}</code>. The box has no inline script or style, sets no cookie and tracks nobody.</p>
        </div>
        </article>
        """;

    private static Html Origins(ServeOptions options)
    {
        var origins = options.Origins().Order(StringComparer.Ordinal).ToArray();
        return Html.Choose(
            origins.Length == 0,
            $"It names none yet: set <code>site_url</code> to your blog’s address, or add others to <code>allowed_origins</code>.",
            $"""It names {Html.Each(origins, origin => $"<code>{origin}</code> ")}; others go into <code>allowed_origins</code>.""");
    }
}
