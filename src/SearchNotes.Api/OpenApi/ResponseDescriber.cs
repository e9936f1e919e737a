using System.Globalization;
using Microsoft.OpenApi;
using SearchNotes.Api.Responses;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SearchNotes.Api.OpenApi;

/// <summary>Completes the answers of an operation: their order, meaning and headers, and the page that a person gets instead of a
/// problem.</summary>
internal static class ResponseDescriber
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["202"] = "It was taken, and happens behind the answer.",
        ["204"] = "It was noted.",
        ["304"] = "Nothing has changed since the answer that `If-None-Match` names.",
        ["400"] = "A parameter has a value that it cannot have; the problem names both.",
        ["401"] = "The key is missing or wrong.",
        ["404"] = "There is nothing by this name.",
        ["409"] = "Somebody is writing the index already.",
        ["413"] = "The body is too large.",
        ["429"] = "Too many requests from this client.",
        ["503"] = "There is no index to search, or too many searches at once.",
    };

    /// <summary>Adds an answer that says no.</summary>
    public static void AddProblem(OpenApiOperation operation, int status, ISchemaGenerator schemas, SchemaRepository repository) =>
        (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [Problem.MediaType] = new OpenApiMediaType { Schema = schemas.GenerateSchema(typeof(Problem), repository) },
            },
        };

    /// <summary>Completes what is known of the answers.</summary>
    /// <param name="operation">The operation with all of its answers.</param>
    /// <param name="isForPeople">Whether a browser may ask, which gets a page instead of a problem.</param>
    public static void Describe(OpenApiOperation operation, bool isForPeople)
    {
        operation.Security ??= []; // Said in so many words: nothing is needed.
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
            headers["ETag"] = Header("Weak validator, from the state of the index and the question.", "W/\"3aFz0cVYb1Qk.9hTgLw2Jm4Xd\"");
        if (status is "200" && isCached)
        {
            headers["Cache-Control"] = Header("Keep it, and ask every time whether it still holds.", "public, no-cache");
            headers["Server-Timing"] = Header("Milliseconds in the queue and at work.", "queue;dur=0.00, search;dur=1.42");
        }
        if (status is "200" && operation.Parameters?.Any(parameter => parameter.Name == "per_page") == true)
        {
            headers["Link"] =
                Header("The pages around this one: first, prev, next, last (RFC 8288).", "</api/search?q=python&page=2>; rel=\"next\"");
        }
        if (status is "202" && operation.Security is { Count: > 0 })
            headers["Location"] = Header("Where to watch the run.", "/api/tasks/5f0c3a1be2d94786", isAlwaysThere: true);
        if (status is "401")
            headers["WWW-Authenticate"] = Header("The scheme to use.", "Bearer realm=\"searchnotes\"", isAlwaysThere: true);
        if (status is "409" or "429" or "503")
            headers["Retry-After"] = Header("Seconds until it is worth asking again.", "2", isAlwaysThere: true);
        if (status is "429")
        {
            headers["RateLimit"] =
                Header("Requests left, and seconds until all are there again.", "\"client\";r=0;t=3", isAlwaysThere: true);
            headers["RateLimit-Policy"] =
                Header("Requests that a client may make in how many seconds.", "\"client\";q=60;w=3", isAlwaysThere: true);
        }
        return headers.Count == 0 ? null : headers;
    }

    private static OpenApiHeader Header(string description, string example, bool isAlwaysThere = false) =>
        new() { Description = description, Required = isAlwaysThere, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example };
}
