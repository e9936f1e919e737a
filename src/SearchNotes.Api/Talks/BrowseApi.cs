using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;

namespace SearchNotes.Api.Talks;

/// <summary><c>GET /api/speakers</c>, <c>/api/tags</c> and <c>/api/events</c>: the lists to browse by.</summary>
internal static class BrowseApi
{
    public static void MapBrowse(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/speakers", Speakers)
            .WithName("speakers").WithSummary("List all speakers").WithDescription("By name, each with the number of talks and their years.");
        routes.MapGet("/tags", Tags)
            .WithName("tags").WithSummary("List all tags").WithDescription("Most used first, each with the number of talks.");
        routes.MapGet("/events", Events)
            .WithName("events").WithSummary("List all events").WithDescription("Newest first, each with its days, its place and the number of talks.");
    }

    private static async Task<Answer<SpeakersAnswer>> Speakers(HttpContext http, AnswerPipeline pipeline) =>
        new(await pipeline.AnswerAsync(http, "speakers", (lease, _) =>
        {
            ListedSpeaker[] speakers = [.. lease.Searcher.Speakers().Select(ListedSpeaker.Of)];
            return ResponseBody.Of(new SpeakersAnswer(speakers.Length, speakers), Json.Default.SpeakersAnswer);
        }));

    private static async Task<Answer<TagsAnswer>> Tags(HttpContext http, AnswerPipeline pipeline) =>
        new(await pipeline.AnswerAsync(http, "tags", (lease, _) =>
        {
            var tags = NamedTalks.Of(lease.Searcher.Tags());
            return ResponseBody.Of(new TagsAnswer(tags.Count, tags), Json.Default.TagsAnswer);
        }));

    private static async Task<Answer<EventsAnswer>> Events(HttpContext http, AnswerPipeline pipeline) =>
        new(await pipeline.AnswerAsync(http, "events", (lease, _) =>
        {
            ListedEvent[] events = [.. lease.Searcher.Events().Select(ListedEvent.Of)];
            return ResponseBody.Of(new EventsAnswer(events.Length, events), Json.Default.EventsAnswer);
        }));
}
