using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary><c>GET /opensearch.xml</c>: lets a browser add this service as a search engine.</summary>
internal static class OpenSearch
{
    private const string MediaType = "application/opensearchdescription+xml";

    public static void MapOpenSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/opensearch.xml", Describe)
            .WithName("opensearch").WithTags("Pages").Produces<string>(200, MediaType)
            .WithSummary("Add this search to a browser").WithDescription("An OpenSearch 1.1 description.");

    private static FileContentHttpResult Describe(HttpContext http, ServeOptions options)
    {
        var site = PublicAddress.Of(http.Request, options);
        var description = OpenSearchDescription.Write(
            options.Title, ("text/html", $"{site}/?q={{searchTerms}}"), (AtomWriter.MediaType, $"{site}/feed.atom?q={{searchTerms}}"));
        http.Response.Headers.CacheControl = options.PublicUrl is null ? CacheControl.RevalidatePrivate : "public, max-age=86400";
        return TypedResults.Bytes(description, MediaType);
    }
}
