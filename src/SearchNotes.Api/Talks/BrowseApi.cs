using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Talks;

/// <summary><c>GET /api/speakers</c>, <c>/api/tags</c> and <c>/api/events</c>: everything that one can browse by.</summary>
internal static class BrowseApi
{
    public static void MapBrowse(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/speakers", Speakers)
            .WithName("speakers").WithSummary("List all speakers").WithDescription("By name, each with the number of talks.");
        routes.MapGet("/tags", Tags)
            .WithName("tags").WithSummary("List all tags").WithDescription("Most used first, each with the number of talks.");
        routes.MapGet("/events", Events)
            .WithName("events").WithSummary("List all events").WithDescription("Newest first, each with the number of talks.");
    }

    private static async Task<Answer<SpeakersAnswer>> Speakers(HttpContext http, AnswerPipeline desk) =>
        new(await desk.AnswerAsync(http, "speakers", (loan, _) =>
        {
            var speakers = NamedTalks.Of(loan.Searcher.Speakers());
            return ResponseBody.Of(new SpeakersAnswer(speakers.Count, speakers), Json.Default.SpeakersAnswer);
        }));

    private static async Task<Answer<TagsAnswer>> Tags(HttpContext http, AnswerPipeline desk) =>
        new(await desk.AnswerAsync(http, "tags", (loan, _) =>
        {
            var tags = NamedTalks.Of(loan.Searcher.Tags());
            return ResponseBody.Of(new TagsAnswer(tags.Count, tags), Json.Default.TagsAnswer);
        }));

    private static async Task<Answer<EventsAnswer>> Events(HttpContext http, AnswerPipeline desk) =>
        new(await desk.AnswerAsync(http, "events", (loan, _) =>
        {
            var events = NamedTalks.Of(loan.Searcher.Events());
            return ResponseBody.Of(new EventsAnswer(events.Count, events), Json.Default.EventsAnswer);
        }));
}
