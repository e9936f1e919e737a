using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SearchNotes.Api.Answers;
using SearchNotes.Api.Searching;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SearchNotes.Api.Description;

/// <summary>Adds to each operation what the types of its handler cannot say: parameters, headers, problems, key.</summary>
internal sealed class OperationDescriber(IServiceProvider services) : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters = [.. (operation.Parameters ?? []).Select(Describe)];
        foreach (var parameter in metadata.OfType<ReadsParameters>().SelectMany(reads => reads.Of(services)))
            operation.Parameters.Add(Describe(parameter));
        if (metadata.OfType<WantsKey>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];

        operation.Responses ??= [];
        if (!metadata.OfType<Microsoft.AspNetCore.RateLimiting.DisableRateLimitingAttribute>().Any())
            operation.Responses["429"] = ProblemResponse(context);
        operation.Responses = Sorted(operation.Responses);
        foreach (var (status, response) in operation.Responses)
        {
            if (response is not OpenApiResponse described)
                continue;
            if (Meanings.TryGetValue(status, out var meaning))
                described.Description = meaning;
            described.Headers = HeadersOf(status, operation);
        }
    }

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

    private static OpenApiResponses Sorted(OpenApiResponses responses)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted[status] = response;
        return sorted;
    }

    private static OpenApiResponse ProblemResponse(OperationFilterContext context) => new()
    {
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            [Problem.MediaType] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository) },
        },
    };

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
        if (status is "200" && operation.Parameters!.Any(parameter => parameter.Name == "per_page"))
            headers["Link"] = Header("The pages around this one: first, prev, next, last (RFC 8288).", "</api/search?q=python&page=2>; rel=\"next\"");
        if (status is "202" && operation.Security is not null)
            headers["Location"] = Header("Where to watch the run.", "/api/tasks/5f0c3a1be2d94786");
        if (status is "401")
            headers["WWW-Authenticate"] = Header("The scheme to use.", "Bearer realm=\"searchnotes\"");
        if (status is "409" or "429" or "503")
            headers["Retry-After"] = Header("Seconds until it is worth asking again.", "2");
        if (status is "429")
        {
            headers["RateLimit"] = Header("Requests left, and seconds until all are there again.", "\"client\";r=0;t=3");
            headers["RateLimit-Policy"] = Header("Requests that a client may make in how many seconds.", "\"client\";q=60;w=3");
        }
        return headers.Count == 0 ? null : headers;
    }

    private static OpenApiHeader Header(string description, string example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };

    private static IOpenApiParameter Describe(IOpenApiParameter inPath)
    {
        inPath.Description = inPath.Name == "id" ? "The id." : "The slug, as the lists give it.";
        return inPath;
    }

    private static OpenApiParameter Describe(Parameter parameter)
    {
        var schema = SchemaOf(parameter);
        var repeats = parameter.MaxValues > 1;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = repeats ? $"{parameter.Description} May be repeated: values are OR-ed." : parameter.Description,
            Schema = repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema, MaxItems = parameter.MaxValues } : schema,
            Explode = true,
            Style = ParameterStyle.Form,
            Example = parameter.Example is null ? null : repeats ? new JsonArray(parameter.Example) : JsonValue.Create(parameter.Example),
        };
    }

    private static OpenApiSchema SchemaOf(Parameter parameter) => parameter switch
    {
        TextParameter text => new() { Type = JsonSchemaType.String, MaxLength = text.MaxCharacters },
        FormParameter form => new() { Type = JsonSchemaType.String, Pattern = form.Form.ToString() },
        ChoiceParameter { Choices: ["true", "false"] } flag => new() { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(flag.Default == "true") },
        ChoiceParameter choice => new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. choice.Choices.Select(word => (JsonNode)JsonValue.Create(word))],
            Default = choice.Default is null ? null : JsonValue.Create(choice.Default),
        },
        NumberParameter number => new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = number.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = number.Most.ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(number.Default),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.GetType().Name, null),
    };
}
