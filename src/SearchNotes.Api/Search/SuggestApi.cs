using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Querying;

namespace SearchNotes.Api.Search;

/// <summary><c>GET /api/suggest</c>.</summary>
internal static class SuggestApi
{
    public static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/suggest", Suggest)
            .WithName("suggest")
            .WithSummary("Suggest as the reader types")
            .WithDescription("Talks, speakers, tags, events and completions for the text typed so far, in one answer.")
            .WithParameters<SuggestParameters>(parameters => parameters.All);

    private static async Task<Results<Answer<SuggestAnswer>, InvalidParameter>> Suggest(HttpContext http, AnswerPipeline pipeline,
        SuggestParameters parameters, ServeOptions options)
    {
        var reader = new ParameterReader(http.Request.Query, parameters.All);
        var typed = reader.Text(parameters.Query);
        var limit = reader.Number(parameters.Limit);
        if (reader.Wrong is not null)
            return reader.Wrong;
        return new Answer<SuggestAnswer>(await pipeline.AnswerAsync(http, $"{limit} {typed}", (lease, cancel) =>
            ResponseBody.Of(ToAnswer(typed, lease.Searcher.Suggest(typed, limit, options.SearchBudget, cancel)),
                Json.Default.SuggestAnswer)));
    }

    private static SuggestAnswer ToAnswer(string typed, Suggestions suggestions) => new(
        typed,
        [.. suggestions.Talks.Select(talk => new SuggestedTalk(
            talk.Id, SearchMapping.ToRuns(talk.TopicRuns), talk.Speakers, talk.EventTitle, talk.Date, talk.Url))],
        NamedTalks.Of(suggestions.Speakers),
        NamedTalks.Of(suggestions.Tags),
        NamedTalks.Of(suggestions.Events),
        suggestions.Completions);
}

/// <summary>The parameters of <c>GET /api/suggest</c>.</summary>
internal sealed class SuggestParameters
{
    public SuggestParameters(ServeOptions options)
    {
        Query = new("q", "The text typed so far.") { MaxCharacters = options.MaxQueryCharacters, Example = "scho" };
        All = [Query, Limit];
    }

    public TextParameter Query { get; }

    public NumberParameter Limit { get; } = new("limit", "The maximum length of each list.", 1, 20, 5);

    /// <summary>All parameters.</summary>
    public IReadOnlyList<Parameter> All { get; }
}
