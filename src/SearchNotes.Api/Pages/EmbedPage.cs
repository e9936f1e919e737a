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

    private static Html Main(string site, ServeOptions options) => $"""
        <article class="talk">
        <h1>Put this search on your blog</h1>
        <div class="notes">
        <p>Paste this into your blog’s template where the search field should be. Without JavaScript it is a plain form that leads to the search page of this server; with JavaScript it shows results as the reader types.</p>
        <pre class="whole"><code>{SearchBox.Snippet(site, options.QueryLog is not null)}</code></pre>
        <p>To run only a version that you have reviewed, pin it. The content of this address never changes, and updates of the service keep it available.</p>
        <pre class="whole"><code>{SearchBox.PinnedSnippet(site, options.QueryLog is not null)}</code></pre>
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
