using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SearchNotes.Api.Pages;

/// <summary><c>/docs</c>: the OpenAPI document as an interactive page, with the style of the other pages.</summary>
internal static class ApiPage
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(ReadText("docs.html")
        .Replace("../STYLE", $"../{PageAsset.Style.Path}", StringComparison.Ordinal)
        .Replace("../ICON", $"../{PageAsset.Icon.Path}", StringComparison.Ordinal));

    /// <summary>Serves the page. Its scripts and styles are files, so the strict content security policy of all pages applies to
    /// it.</summary>
    public static void UseApiPage(this WebApplication app)
    {
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.IndexStream = static () => new MemoryStream(Page);
        });
        app.MapGet("/docs/start.js", () => TypedResults.Stream(Resource("docs.js"), "text/javascript; charset=utf-8"))
            .ExcludeFromDescription();
    }

    private static string ReadText(string name)
    {
        using var reader = new StreamReader(Resource(name));
        return reader.ReadToEnd();
    }

    // Embedded by the project file.
    private static Stream Resource(string name) => typeof(ApiPage).Assembly.GetManifestResourceStream(name)!;
}
