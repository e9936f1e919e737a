using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Middleware;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Reindexing;

/// <summary>The answer to a webhook.</summary>
/// <param name="Status">"accepted", "ignored" or "pong".</param>
/// <param name="Detail">One sentence that says what happens now, or why nothing does.</param>
internal sealed record HookAnswer(string Status, string Detail);

/// <summary><c>POST /api/hooks/push</c>, for webhooks of forges.</summary>
internal static class HookApi
{
    public static void MapHooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/hooks/push", Push)
            .WithName("push_hook")
            .WithSummary("Receive a push to the blog's repository")
            .WithDescription("For a webhook of GitHub, GitLab, Forgejo or Gitea: pulls if the corpus is in a clone, then reindexes. "
                + "Requires the forge's signature of the body (`X-Hub-Signature-256`, `X-Forgejo-Signature`, `X-Gitea-Signature`) or its `X-Gitlab-Token`. "
                + "Pings are answered; other events and other branches are ignored. The body may have 25 MiB. Off (404) until the server has a secret.")
            .WithMetadata(new LargestBody(HookBody.MaxBytes));

    private static async Task<Results<Ok<HookAnswer>, Accepted<HookAnswer>, UnauthorizedProblem, NotFoundProblem, TooLarge>> Push(
        HttpContext http, PushWorker posts, ServiceMeter meter, ServeOptions options, CancellationToken cancel)
    {
        if (options.HookSecret is null)
            return new NotFoundProblem("Hooks are off: the server was started without a hook secret.");
        using var signature = HookSignature.Of(http.Request.Headers, options.HookSecret);
        var (isWhole, pushed) = signature is null ? (true, null) : await HookBody.ReadAsync(http.Request, signature, cancel);
        if (!isWhole)
            return new TooLarge(HookBody.MaxBytes);
        if (signature is null || !signature.IsValid())
        {
            meter.Pushed("refused");
            return new UnauthorizedProblem(
                "The signature is missing or does not match; give the forge the secret that the server was started with.");
        }
        var pushEvent = PushEvent.Read(http.Request.Headers, pushed);
        if (pushEvent.Kind == "ping")
            return TypedResults.Ok(new HookAnswer("pong", "The signature matches; pushes will be indexed."));
        if (await ReasonToIgnoreAsync(pushEvent, posts.Clone, cancel) is { } why)
        {
            meter.Pushed("ignored");
            return TypedResults.Ok(new HookAnswer("ignored", why));
        }
        posts.RequestPull();
        return TypedResults.Accepted((string?)null,
            new HookAnswer("accepted", posts.Clone is null ? "The posts will be reindexed." : "The posts will be pulled and reindexed."));
    }

    private static async Task<string?> ReasonToIgnoreAsync(PushEvent pushEvent, GitClone? clone, CancellationToken cancel)
    {
        if (pushEvent.Kind != "push")
            return "Only push events are handled.";
        if (clone is null)
            return null;
        try
        {
            var followed = await clone.FollowedBranchAsync(cancel);
            return pushEvent.Ref == followed ? null : $"Only {followed} is indexed.";
        }
        catch (SearchNotesException)
        {
            // The pull will fail in the same way and log the reason for the operator.
            return null;
        }
    }
}
