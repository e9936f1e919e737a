using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SearchNotes.Api;
using SearchNotes.Api.OpenApi;
using SearchNotes.Posts;
using Swashbuckle.AspNetCore.Swagger;

namespace SearchNotes.Tests.OpenApi;

/// <summary>The OpenAPI document of the service, made from its endpoints: the source of <c>openapi.yaml</c>.</summary>
internal static class ServiceDescription
{
    /// <summary>Prefixes of paths in the order of the document.</summary>
    private static readonly string[] First =
        ["api/search", "api/suggest", "api/talks", "api/speakers", "api/tags", "api/events", "api/stats", "api", ""];

    /// <summary>Describes the endpoints of a service with default settings.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancel)
    {
        // Endpoints are known once the host has started. There need be no index.
        var options = new ServeOptions
        {
            IndexFolder = "no-index",
            Corpus = new CorpusOptions { Root = "no-corpus" },
            Urls = ["http://127.0.0.1:0"],
        };
        await using var app = SearchNotesHost.Create(options, time: null, logging: static _ => { }, Add);
        await app.StartAsync(cancel);
        var document = await app.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        using var text = new MemoryStream();
        await document.SerializeAsync(text, OpenApiSpecVersion.OpenApi3_1, OpenApiConstants.Yaml, cancel);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Add(IServiceCollection services)
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

    private static string Rank(string path)
    {
        var rank = Array.FindIndex(First, first => path.StartsWith(first, StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? First.Length : rank)} {path}");
    }
}
