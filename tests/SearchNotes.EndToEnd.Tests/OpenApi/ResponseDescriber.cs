using System.Globalization;
using Microsoft.OpenApi;
using SearchNotes.Api.Responses;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SearchNotes.Tests.OpenApi;

/// <summary>Completes the responses of an operation: order, descriptions, header fields, and the page that a browser gets instead of a
/// problem.</summary>
internal static class ResponseDescriber
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["202"] = "The request was accepted and is processed in the background.",
        ["204"] = "The event was recorded.",
        ["301"] = "The talk has another id now, given in `Location`.",
        ["304"] = "Nothing has changed since the answer that `If-None-Match` names.",
        ["400"] = "A parameter has an invalid value; the problem names both.",
        ["401"] = "The key is missing or wrong.",
        ["404"] = "Nothing has this name.",
        ["409"] = "Another process or run is already writing the index.",
        ["413"] = "The body is too large.",
        ["429"] = "Too many requests from this client.",
        ["503"] = "No index is open, or too many searches are running.",
    };

    /// <summary>Adds a problem response.</summary>
    public static void AddProblem(OpenApiOperation operation, int status, ISchemaGenerator schemas, SchemaRepository repository) =>
        (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [Problem.MediaType] = new OpenApiMediaType { Schema = schemas.GenerateSchema(typeof(Problem), repository) },
            },
        };

    /// <summary>Completes the responses of an operation.</summary>
    /// <param name="operation">The operation with all its responses.</param>
    /// <param name="isForPeople">Whether browsers get a page instead of a problem.</param>
    public static void Describe(OpenApiOperation operation, bool isForPeople)
    {
        operation.Security ??= []; // An explicit empty list: no key is required.
        operation.Responses = Sorted(operation.Responses ?? []);
        foreach (var (status, response) in operation.Responses)
        {
            if (response is not OpenApiResponse described)
                continue;
            if (Meanings.TryGetValue(status, out var meaning))
                described.Description = meaning;
            if (isForPeople && described.Content?.ContainsKey(Problem.MediaType) == true)
                described.Content["text/html"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            described.Headers = HeadersOf(status, operation);
        }
    }

    private static OpenApiResponses Sorted(OpenApiResponses responses)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted[status] = response;
        return sorted;
    }

    private static Dictionary<string, IOpenApiHeader>? HeadersOf(string status, OpenApiOperation operation)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        var isCached = operation.Responses!.ContainsKey("304");
        if (status is "200" or "304" && isCached)
            headers["ETag"] = Header("Weak entity tag of the index version and the request.", "W/\"3aFz0cVYb1Qk.9hTgLw2Jm4Xd\"");
        if (status is "200" && isCached)
        {
            headers["Cache-Control"] = Header("Caches store the answer and revalidate it on every use.", "public, no-cache");
            headers["Server-Timing"] = Header("Milliseconds in the queue and in the search.", "queue;dur=0.00, search;dur=1.42");
        }
        if (status is "200" && operation.Parameters?.Any(parameter => parameter.Name == "per_page") == true)
        {
            headers["Link"] =
                Header("The other pages: first, prev, next, last (RFC 8288).", "</api/search?q=python&page=2>; rel=\"next\"");
        }
        if (status is "301")
            headers["Location"] = Header("The path of the new address.", "/talks/fp-syd-march-2012.ada-muster");
        if (status is "202" && operation.Security is { Count: > 0 })
            headers["Location"] = Header("The address of the run.", "/api/tasks/5f0c3a1be2d94786", isRequired: true);
        if (status is "401")
            headers["WWW-Authenticate"] = Header("The scheme to use.", "Bearer realm=\"searchnotes\"", isRequired: true);
        if (status is "409" or "429" or "503")
            headers["Retry-After"] = Header("Seconds to wait before the next attempt.", "2", isRequired: true);
        if (status is "429")
        {
            headers["RateLimit"] =
                Header("Remaining requests, and seconds until the quota is full again.", "\"client\";r=0;t=3", isRequired: true);
            headers["RateLimit-Policy"] =
                Header("The quota of a client: number of requests, and the period in seconds.", "\"client\";q=60;w=3", isRequired: true);
        }
        return headers.Count == 0 ? null : headers;
    }

    private static OpenApiHeader Header(string description, string example, bool isRequired = false) =>
        new()
        {
            Description = description,
            Required = isRequired,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example,
        };
}
