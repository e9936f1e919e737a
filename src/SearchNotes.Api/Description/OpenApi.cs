using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace SearchNotes.Api.Description;

/// <summary><c>GET /openapi.yaml</c>, what the service says of itself, and <c>/docs</c>, the same to try out.</summary>
internal static class OpenApi
{
    public static void AddOpenApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "SearchNotes",
                Version = "1",
                Description = "Searches the talks in a blog's conference notes: ranked, with the passages that match, each linked to its heading on the blog.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            });
            swagger.AddSecurityDefinition("key", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The reindex key that the server was started with.",
            });
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.IncludeXmlComments(typeof(OpenApi).Assembly);
            swagger.SchemaFilter<SchemaDescriber>();
            swagger.OperationFilter<OperationDescriber>();
        });
    }

    /// <summary>Serves both. The page comes with its scripts and styles as files, so the strict policy of all pages holds for it.</summary>
    public static void UseOpenApiDescription(this WebApplication app)
    {
        app.UseSwagger(swagger =>
        {
            swagger.RouteTemplate = "openapi.{extension:regex(^(yaml|json)$)}";
            swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "SearchNotes API";
            page.SwaggerEndpoint("/openapi.yaml", "SearchNotes");
            page.DefaultModelsExpandDepth(0);
        });
    }
}
