using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>A file that pages load, served at an address that changes with its content.</summary>
/// <param name="Name">The path below the start page, without hash and ending.</param>
/// <param name="Ending">The ending, with its dot.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Bytes">The content.</param>
internal sealed record PageAsset(string Name, string Ending, string MediaType, byte[] Bytes)
{
    /// <summary>The style sheet of all pages.</summary>
    public static PageAsset Style { get; } = new("assets/site", ".css", "text/css; charset=utf-8", Read("site.css"));

    /// <summary>The script that lets the search page answer while one types.</summary>
    public static PageAsset Script { get; } = new("assets/search-page", ".js", "text/javascript; charset=utf-8", Read("search-page.js"));

    /// <summary>The icon of all pages.</summary>
    public static PageAsset Icon { get; } = new("assets/icon", ".svg", "image/svg+xml", Read("icon.svg"));

    /// <summary>The path below the start page.</summary>
    public string Path { get; } = $"{Name}.{IndexVersion.Digest(Convert.ToBase64String(Bytes))}{Ending}";

    /// <summary>Serves the files, and the icon at the address where browsers look for it by themselves.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (PageAsset[])[Style, Script, Icon])
            routes.MapGet("/" + asset.Path, (HttpContext http) => Send(http, asset, CacheControl.Immutable)).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext http) => Send(http, Icon, "public, max-age=86400")).ExcludeFromDescription();
    }

    private static FileContentHttpResult Send(HttpContext http, PageAsset asset, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        return TypedResults.Bytes(asset.Bytes, asset.MediaType);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(name)!; // Embedded by the project file.
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
