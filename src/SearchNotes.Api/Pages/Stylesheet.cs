using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>The style sheet of all pages, served at an address that changes with its content.</summary>
internal static class Stylesheet
{
    /// <summary>The style sheet.</summary>
    public static byte[] Bytes { get; } = Read();

    /// <summary>The path of the style sheet below the start page.</summary>
    public static string Path { get; } = $"assets/site.{IndexVersion.Digest(System.Text.Encoding.UTF8.GetString(Bytes))}.css";

    public static void MapStylesheet(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/" + Path, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = CacheControl.Immutable;
            return TypedResults.Bytes(Bytes, "text/css; charset=utf-8");
        }).ExcludeFromDescription();

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("site.css")!; // Embedded by the project file.
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
