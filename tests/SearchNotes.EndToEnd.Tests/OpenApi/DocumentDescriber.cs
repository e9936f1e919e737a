using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SearchNotes.Tests.OpenApi;

/// <summary>Adds the tags of the OpenAPI document and the paths that are served by other packages or as plain files.</summary>
internal sealed class DocumentDescriber : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Search", Description = "Find talks." },
            new() { Name = "Talks", Description = "Read talks, and browse them by speaker, tag and event." },
            new() { Name = "Pages", Description = "Pages for readers, feed, search engine description, search box." },
            new() { Name = "Operation", Description = "Run the service." },
        };
        swaggerDoc.Paths["/metrics"] = Get(
            swaggerDoc, "Operation", "metrics", "Show metrics",
            "Counters, gauges and a histogram of durations in the text format of Prometheus.", "text/plain");
        swaggerDoc.Paths["/search-box.js"] = Get(
            swaggerDoc, "Pages", "search_box", "Get the search box",
            "The script of the custom element `<search-notes>`, for pages of any origin. `/search-box.HASH.js` is the same script and never changes.", "text/javascript");
        swaggerDoc.Paths["/docs/index.html"] = Get(
            swaggerDoc, "Pages", "docs_page", "Try the API", "This document as a page (Swagger UI); `/docs` redirects here.", "text/html");
        foreach (var path in (string[])["/metrics", "/search-box.js", "/docs/index.html"])
            Complete(swaggerDoc.Paths[path].Operations![HttpMethod.Get], isFile: path != "/metrics", context); // Added above.
    }

    private static void Complete(OpenApiOperation operation, bool isFile, DocumentFilterContext context)
    {
        if (isFile)
        {
            operation.Responses!["304"] = new OpenApiResponse(); // Set with the operation.
            ResponseDescriber.AddProblem(operation, 429, context.SchemaGenerator, context.SchemaRepository);
        }
        ResponseDescriber.Describe(operation, isForPeople: true);
    }

    private static OpenApiPathItem Get(OpenApiDocument document, string tag, string id, string summary, string description,
        string mediaType) => new()
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Get] = new OpenApiOperation
                {
                    OperationId = id,
                    Tags = new HashSet<OpenApiTagReference> { new(tag, document) },
                    Summary = summary,
                    Description = description,
                    Responses = new OpenApiResponses
                    {
                        ["200"] = new OpenApiResponse
                        {
                            Content = new Dictionary<string, IOpenApiMediaType>
                            {
                                [mediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                            },
                        },
                    },
                },
            },
        };
}
