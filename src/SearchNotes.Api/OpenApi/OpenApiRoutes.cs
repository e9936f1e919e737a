using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;
using Swashbuckle.AspNetCore.Swagger;

namespace SearchNotes.Api.OpenApi;

/// <summary><c>GET /openapi.yaml</c>, the OpenAPI document, and <c>/docs</c>, its interactive page.</summary>
internal static class OpenApiRoutes
{
    /// <summary>Prefixes of paths in the order of the document.</summary>
    private static readonly string[] First =
        ["api/search", "api/suggest", "api/talks", "api/speakers", "api/tags", "api/events", "api/stats", "api", ""];

    public static void AddOpenApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "SearchNotes",
                Version = "1",
                Description =
                    "Searches the talks in a blog's conference notes: ranked, with the passages that match, each linked to its heading on the blog.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            });
            swagger.AddServer(new OpenApiServer { Url = "/", Description = "The service that serves this document." });
            swagger.AddSecurityDefinition("key", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The reindex key that the server was started with.",
            });
            swagger.OrderActionsBy(action => Rank(action.RelativePath ?? ""));
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.IncludeXmlComments(typeof(OpenApiRoutes).Assembly);
            swagger.SchemaFilter<SchemaDescriber>();
            swagger.OperationFilter<OperationDescriber>();
            swagger.DocumentFilter<DocumentDescriber>();
        });
    }

    /// <summary>Serves the OpenAPI document, which is created at the first request.</summary>
    public static void MapOpenApi(this IEndpointRouteBuilder routes)
    {
        ResponseBody? made = null;
        routes.MapGet("/openapi.yaml", async (HttpContext http, IAsyncSwaggerProvider swagger) =>
            {
                made ??= new ResponseBody(await WriteAsync(await swagger.GetSwaggerAsync("v1"), http.RequestAborted),
                    "application/yaml; charset=utf-8");
                http.Response.Headers.CacheControl = CacheControl.Revalidate;
                return TypedResults.Bytes(made.Bytes, made.MediaType,
                    entityTag: new EntityTagHeaderValue($"\"{IndexVersion.Digest(Encoding.UTF8.GetString(made.Bytes.Span))}\""));
            })
            .WithName("openapi").WithTags("Operation").Produces<string>(200, "application/yaml").Produces(304)
            .WithSummary("Show this document").WithDescription("The OpenAPI 3.1 document of this service.");
    }

    /// <summary>Serves the interactive page. Its scripts and styles are files, so the strict content security policy of all pages applies
    /// to it.</summary>
    public static void UseOpenApiPage(this WebApplication app)
    {
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.IndexStream = () => Resource("docs.html");
        });
        app.MapGet("/docs/start.js", () => TypedResults.Stream(Resource("docs.js"), "text/javascript; charset=utf-8"))
            .ExcludeFromDescription();
    }

    // Embedded by the project file.
    private static Stream Resource(string name) => typeof(OpenApiRoutes).Assembly.GetManifestResourceStream(name)!;

    private static string Rank(string path)
    {
        var rank = Array.FindIndex(First, first => path.StartsWith(first, StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? First.Length : rank)} {path}");
    }

    private static async Task<byte[]> WriteAsync(OpenApiDocument document, CancellationToken cancel)
    {
        using var text = new MemoryStream();
        await document.SerializeAsync(text, OpenApiSpecVersion.OpenApi3_1, OpenApiConstants.Yaml, cancel);
        return text.ToArray();
    }
}
