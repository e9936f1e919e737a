using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Talks;
using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>Pages for programs that read text: <c>/talks/{id}/notes.md</c>, a talk as Markdown, and <c>/llms.txt</c>, an overview of the
/// content.</summary>
internal static class MarkdownRoutes
{
    private const string MediaType = "text/markdown";
    private const int NewestTalks = 50;

    public static void MapMarkdown(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/talks/{id}/notes.md", Talk)
            .WithName("talk_markdown").WithTags("Pages").Produces<string>(200, MediaType)
            .WithSummary("A talk as Markdown").WithDescription("All notes of the talk, with its facts and its lines in the post.");
        routes.MapGet("/llms.txt", Contents)
            .WithName("llms").WithTags("Pages").Produces<string>(200, MediaType)
            .WithSummary("What there is to read, for language models")
            .WithDescription("How to search, and the newest talks, in the form of llmstxt.org.");
    }

    private static async Task<Results<Answer, NotFoundProblem>> Talk(string id, HttpContext http, AnswerPipeline pipeline) =>
        new Answer(await pipeline.AnswerAsync(http, "markdown", (lease, _) =>
            lease.Searcher.Find(id) is { } stored ? Body(TalkMarkdown.Of(stored)) : null));

    private static async Task<Answer> Contents(HttpContext http, AnswerPipeline pipeline, ServeOptions options)
    {
        var site = PublicAddress.Of(http.Request, options);
        return new Answer(await pipeline.AnswerAsync(http, site, (lease, cancel) =>
        {
            var newest = lease.Searcher.Search(
                new SearchRequest { PerPage = NewestTalks, Facets = [], Budget = options.SearchBudget }, cancel);
            return Body(Write(newest, site, options)) with { IsCacheable = !newest.Partial };
        }, PublicAddress.Caching(options)));
    }

    private static string Write(SearchResult newest, string site, ServeOptions options)
    {
        var text = new StringBuilder($"# {TalkMarkdown.Line(options.Title)}\n\n")
            .Append("> Notes of conference talks, to be searched talk by talk. The notes are one listener's, not the speakers' words.\n\n")
            .Append($"- [Search as JSON]({site}/api/search?q=): ranked talks with the passages that match, their addresses and lines\n")
            .Append($"- [The API]({site}/openapi.yaml): all addresses and parameters\n")
            .Append(options.Mcp ? $"- {site}/mcp: the same for assistants (Model Context Protocol)\n" : "")
            .Append("\n## Newest talks\n\n");
        foreach (var hit in newest.Hits)
        {
            var talk = hit.Talk.Talk;
            var about = string.Join(", ", talk.Speakers.Select(speaker => speaker.Name).Append(hit.Talk.EventTitle).OfType<string>());
            text.Append($"- [{TalkMarkdown.Line(talk.Topic)}]({site}{ServiceAddresses.Instance.Talk(talk.Id)}/notes.md)")
                .Append(about.Length > 0 ? $": {TalkMarkdown.Line(about)}" : "").Append('\n');
        }

        return newest.Total > newest.Hits.Count
            ? text.Append(CultureInfo.InvariantCulture, $"\n{newest.Total - newest.Hits.Count} more by search.\n").ToString() : text.ToString();
    }

    private static ResponseBody Body(string markdown) => new(Encoding.UTF8.GetBytes(markdown), $"{MediaType}; charset=utf-8");
}
