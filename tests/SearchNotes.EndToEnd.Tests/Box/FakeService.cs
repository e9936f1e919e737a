using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SearchNotes.Api.Box;

namespace SearchNotes.Tests.Box;

/// <summary>Serves the real box, and answers that a test decides on: late, wrong, none. The answers come as those of a service, or from
/// an engine beside an entry, as in an export.</summary>
public sealed class FakeService : IAsyncDisposable
{
    private static readonly string Answers = Path.Combine(Repository.Root, "tests", "SearchNotes.EndToEnd.Tests", "Box", "Answers");

    /// <summary>An engine that asks for its answers instead of computing them.</summary>
    private const string Engine = """
        const ask = call => async argument => {
          const answer = await fetch(new URL(`api/${call}?${new URLSearchParams(argument)}`, import.meta.url));
          if (!answer.ok) throw new Error(answer.status);
          return answer.json();
        };
        export const open = () => {};
        export const search = ask('search');
        export const suggest = ask('suggest');
        """;

    private const string Entry = """{ "generation": "1", "engine": "engine.js" }""";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = [];

    private FakeService(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The queries that were searched for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>The order that was asked for last.</summary>
    public string? Sort { get; private set; }

    /// <summary>What a query is answered with; the sample answer unless set.</summary>
    public Func<string, IResult> Search { get; set; } = _ => Sample();

    /// <summary>What suggestions are made of; none unless set.</summary>
    public JsonNode Suggestions { get; set; } = new JsonObject();

    public static async Task<FakeService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var service = new FakeService(app);
        app.Use((http, next) =>
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            return Blog.AsksFiles && http.Request.Path == "/searchnotes-index.json" ? http.Response.WriteAsync(Entry) : next(http);
        });
        app.MapSearchBox();
        app.MapGet("/api/search", service.AnswerAsync);
        app.MapGet("/api/suggest", () => Results.Text(service.Suggestions.ToJsonString(), "application/json"));
        app.MapGet("/engine.js", () => Results.Text(Engine, "text/javascript"));
        app.MapGet("/{*page}",
            (HttpContext http) => Results.Text($"<!doctype html><title>Page</title><p>{http.Request.Path}", "text/html"));
        await app.StartAsync();
        return service;
    }

    /// <summary>Keeps answers to a query back until what is returned is completed.</summary>
    public TaskCompletionSource Hold(string query) => _held[query] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The sample answer, changed.</summary>
    public static IResult Sample(Action<JsonObject>? change = null)
    {
        var answer = Read("search.json");
        change?.Invoke(answer);
        return Results.Text(answer.ToJsonString(), "application/json");
    }

    /// <summary>An answer without hits.</summary>
    public static IResult Nothing(Action<JsonObject>? change = null) => Sample(answer =>
    {
        answer["total"] = 0;
        answer["hits"] = new JsonArray();
        change?.Invoke(answer);
    });

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Answers, name)))!.AsObject();

    public ValueTask DisposeAsync()
    {
        foreach (var held in _held.Values)
            held.TrySetResult();
        return _app.DisposeAsync();
    }

    private async Task<IResult> AnswerAsync(string q, string? sort, CancellationToken gone)
    {
        Sort = sort;
        _asked.Enqueue(q);
        if (_held.TryGetValue(q, out var held))
            await held.Task.WaitAsync(gone);
        return Search(q);
    }
}
