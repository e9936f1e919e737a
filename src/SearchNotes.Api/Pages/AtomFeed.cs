using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary><c>GET /feed.atom</c>: the result of any search as an Atom feed, newest first.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string MediaType = "application/atom+xml";
    private const int Entries = 30;

    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/feed.atom", Feed)
            .WithName("feed").WithTags("Pages").Produces<string>(200, MediaType)
            .WithSummary("Follow a search").WithDescription("The newest talks of any search as an Atom feed.")
            .WithParameters<SearchParameters>(parameters => parameters.All);

    private static async Task<Results<Answer, InvalidParameter>> Feed(
        HttpContext http, AnswerPipeline pipeline, SearchParameters parameters, ServeOptions options)
    {
        var (question, wrong) = ParsedSearchRequest.Read(http.Request.Query, parameters, options);
        if (wrong is not null)
            return wrong;
        var site = PublicAddress.Of(http.Request, options);
        var request =
            question.Request with
            {
                Sort = SearchSort.DateDescending,
                Page = 1,
                PerPage = Entries,
                GroupByPost = false,
                WithFacets = false,
            };
        return new Answer(await pipeline.AnswerAsync(http, $"{site} {question.Key}", (lease, cancel) =>
        {
            var result = lease.Searcher.Search(request, cancel);
            return new ResponseBody(Write(question.Request, result, site, options.Title, lease.Version.BuiltAt),
                MediaType)
            {
                IsCacheable = !result.Partial,
            };
        }, PublicAddress.Caching(options)));
    }

    private static byte[] Write(SearchRequest request, SearchResult result, string site, string title, DateTimeOffset builtAt)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "title", SearchAddress.IsEmpty(request) ? title : $"{SearchPage.Title(request)} · {title}");
            Text(xml, "id", site + SearchAddress.Feed(request));
            Text(xml, "updated", Time(builtAt));
            Link(xml, "self", site + SearchAddress.Feed(request), MediaType);
            Link(xml, "alternate", site + SearchAddress.Of(request), "text/html");
            foreach (var hit in result.Hits)
                Entry(xml, hit, site, builtAt);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, TalkHit hit, string site, DateTimeOffset builtAt)
    {
        var stored = hit.Talk;
        var here = site + Links.Talk(stored);
        var day = stored.Date is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : builtAt;
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "title", stored.Talk.Topic);
        Text(xml, "id", here);
        Text(xml, "updated", Time(day));
        Link(xml, "alternate", Links.OnBlog(stored.Url) ?? here, "text/html");
        foreach (var name in stored.Talk.Speakers.Select(speaker => speaker.Name).DefaultIfEmpty(stored.PostTitle))
        {
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", name);
            xml.WriteEndElement();
        }
        foreach (var tag in stored.Tags)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", Allowed(tag));
            xml.WriteEndElement();
        }
        Text(xml, "summary",
            string.Join(" ", stored.Talk.Passages.Where(passage => passage.Kind != SearchNotes.Talks.PassageKind.Code).Take(2)
                .Select(passage => passage.Text)));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Allowed(text));

    private static void Link(XmlWriter xml, string relation, string address, string mediaType)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", Allowed(address));
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Replaces characters that XML does not allow; posts may contain them.</summary>
    private static string Allowed(string text)
    {
        var index = 0;
        while (index < text.Length && (XmlConvert.IsXmlChar(text[index]) || IsPair(text, index)))
            index += IsPair(text, index) ? 2 : 1;
        if (index == text.Length)
            return text;
        return string.Concat(text.EnumerateRunes()
            .Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
