using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary><c>GET /robots.txt</c> and <c>/sitemap.xml</c>: what search engines should read.</summary>
internal static class SiteFiles
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Maximum number of addresses, by the protocol.</summary>
    private const int MaxAddresses = 50_000;

    public static void MapSiteFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", Robots)
            .WithName("robots").WithTags("Pages").Produces<string>(200, "text/plain")
            .WithSummary("What crawlers may read").WithDescription("All pages except the lists of hits, whose number is unlimited.");
        routes.MapGet("/sitemap.xml", Sitemap)
            .WithName("sitemap").WithTags("Pages").Produces<string>(200, "application/xml")
            .WithSummary("The pages for search engines").WithDescription("The pages of all talks, speakers, events and tags.");
    }

    private static FileContentHttpResult Robots(HttpContext http, ServeOptions options)
    {
        var path = PublicPath.Of(options);
        var text = $"User-agent: *\nDisallow: {path}/api/\nDisallow: {path}/?\nDisallow: {path}/feed.atom?\nSitemap: {PublicAddress.Of(http.Request, options)}/sitemap.xml\n";
        http.Response.Headers.CacheControl = PublicAddress.Caching(options);
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
    }

    private static async Task<Answer> Sitemap(HttpContext http, AnswerPipeline pipeline, ServeOptions options)
    {
        var site = PublicAddress.Of(http.Request, options);
        return new Answer(await pipeline.AnswerAsync(http, $"{site} sitemap", (lease, _) =>
            new ResponseBody(Write(Addresses(lease.Searcher).Select(address => site + address)), "application/xml"),
            PublicAddress.Caching(options)));
    }

    private static IEnumerable<string> Addresses(ITalkSearcher searcher)
    {
        var addresses = ServiceAddresses.Instance;
        var lists = ((ListKind Kind, IReadOnlyList<NamedCount> Names)[])
            [(ListKind.Speakers, searcher.Speakers()), (ListKind.Events, searcher.Events()), (ListKind.Tags, searcher.Tags())];
        return [addresses.Start, addresses.AllTalks!, // The service has such a page.
            .. lists.Select(list => addresses.Names(list.Kind)).OfType<string>(),
            .. searcher.TalkIds().Select(addresses.Talk).OfType<string>(),
            .. lists.SelectMany(list => list.Names, (list, named) => addresses.List(list.Kind, named.Name, named.Slug))];
    }

    private static byte[] Write(IEnumerable<string> addresses)
    {
        var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var address in addresses.Take(MaxAddresses))
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, address);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
