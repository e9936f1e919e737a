using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Middleware;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;

namespace SearchNotes.Api.Reindexing;

/// <summary><c>POST /api/reindex</c> and <c>GET /api/tasks/{id}</c>, protected by the reindex key.</summary>
internal static class ReindexApi
{
    private const string Off = "Reindexing over HTTP is off: the server was started without a reindex key.";

    private static readonly ChoiceParameter Full =
        new("full", "Rebuild everything, not only what changed.", ["true", "false"]) { Default = "false" };

    public static void MapReindex(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reindex", Reindex)
            .WithName("reindex")
            .WithSummary("Bring the index up to date")
            .WithDescription("Starts a run and returns its address. Only one run is active at a time. Off (404) until the server has a key.")
            .WithParameters([Full])
            .RequiresKey();
        routes.MapGet("/tasks/{id}", Watch)
            .WithName("task")
            .WithSummary("Watch a run")
            .WithDescription("The progress and the result of a run.")
            .Produces<TaskAnswer>()
            .RequiresKey();
    }

    private static async Task<Results<Accepted<TaskAnswer>, InvalidParameter, UnauthorizedProblem, NotFoundProblem, ConflictProblem>> Reindex(
        HttpContext http, ReindexTasks tasks, ServeOptions options, CancellationToken cancel)
    {
        if (options.ReindexKey is null)
            return new NotFoundProblem(Off);
        if (!OperatorKey.IsSent(http.Request, options.ReindexKeys))
            return new UnauthorizedProblem();
        var reader = new ParameterReader(http.Request.Query, [Full]);
        var mode = reader.Choice(Full) == "true" ? ReindexMode.Full : ReindexMode.Changes;
        if (reader.Wrong is not null)
            return reader.Wrong;
        if (tasks.TryStart(mode) is not { } task)
            return new ConflictProblem("A run is already active; watch that run, or try again when it is done.");

        // Only the run itself can find out whether another process holds the lock, and it does so at once.
        await task.Started.WaitAsync(cancel);
        if (task.State.Fault is { Fault: Fault.Locked } locked)
            return new ConflictProblem(locked.Message);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Accepted($"{http.Request.PathBase}/api/tasks/{task.Id}", TaskAnswer.Of(task));
    }

    private static Results<JsonHttpResult<TaskAnswer>, UnauthorizedProblem, NotFoundProblem, UnavailableProblem> Watch(string id, HttpContext http,
        ReindexTasks tasks, ServeOptions options)
    {
        if (options.ReindexKey is null)
            return new NotFoundProblem(Off);
        if (!OperatorKey.IsSent(http.Request, options.ReindexKeys))
            return new UnauthorizedProblem();
        try
        {
            if (tasks.FindAnywhere(id) is not { } task)
                return new NotFoundProblem("No run has this id, or it is too old to be remembered.");
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(task, Json.Default.TaskAnswer);
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.Unreachable)
        {
            return new UnavailableProblem("The search cluster does not answer; try again in a moment.", TimeSpan.FromSeconds(2));
        }
    }
}
