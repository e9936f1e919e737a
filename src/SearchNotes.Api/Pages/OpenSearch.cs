using System.Text;
using System.Xml.Linq;
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
        XNamespace search = "http://a9.com/-/spec/opensearch/1.1/";
        var site = PublicAddress.Of(http.Request, options);
        var description = new XElement(
            search + "OpenSearchDescription",
            new XElement(search + "ShortName", options.Title.Length > 16 ? options.Title[..16] : options.Title),
            new XElement(search + "Description", "Searches the talks in a blog's conference notes."),
            new XElement(search + "InputEncoding", "UTF-8"),
            Url("text/html", $"{site}/?q={{searchTerms}}"),
            Url("application/atom+xml", $"{site}/feed.atom?q={{searchTerms}}"));
        http.Response.Headers.CacheControl = options.PublicUrl is null ? CacheControl.RevalidatePrivate : "public, max-age=86400";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{description}\n"), MediaType);

        XElement Url(string type, string template) =>
            new(search + "Url", new XAttribute("type", type), new XAttribute("template", template));
    }
}
