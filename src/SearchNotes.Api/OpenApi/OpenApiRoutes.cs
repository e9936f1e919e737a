using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.OpenApi;

/// <summary><c>GET /openapi.yaml</c>, the OpenAPI document.</summary>
/// <remarks>The document is the file at the top of the repository. A test describes the endpoints by reflection and compares: a service
/// that did so itself could not be compiled to native code, and would start later.</remarks>
internal static class OpenApiRoutes
{
    /// <summary>Serves the OpenAPI document.</summary>
    public static void MapOpenApi(this IEndpointRouteBuilder routes)
    {
        ResponseBody? made = null;
        routes.MapGet("/openapi.yaml", (HttpContext http, ServeOptions options) =>
            {
                made ??= Read(PublicPath.Of(options));
                http.Response.Headers.CacheControl = CacheControl.Revalidate;
                return TypedResults.Bytes(made.Bytes, made.MediaType,
                    entityTag: new EntityTagHeaderValue($"\"{IndexVersion.Digest(Encoding.UTF8.GetString(made.Bytes.Span))}\""));
            })
            .WithName("openapi").WithTags("Operation").Produces<string>(200, "application/yaml").Produces(304)
            .WithSummary("Show this document").WithDescription("The OpenAPI 3.1 document of this service.");
    }

    /// <summary>Reads the document. Its server is this service, below the path of <c>public_url</c>.</summary>
    private static ResponseBody Read(string path)
    {
        using var reader = new StreamReader(Resource("openapi.yaml"));
        var text = reader.ReadToEnd().Replace("\n  - url: /\n", $"\n  - url: {path}/\n", StringComparison.Ordinal);
        return new ResponseBody(Encoding.UTF8.GetBytes(text), "application/yaml; charset=utf-8");
    }

    // Embedded by the project file.
    private static Stream Resource(string name) => typeof(OpenApiRoutes).Assembly.GetManifestResourceStream(name)!;
}
