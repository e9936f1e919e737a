using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Box;

/// <summary><c>/search-box.js</c>, its immutable versions and its translations, for pages of any origin.</summary>
internal static class SearchBoxRoutes
{
    private const string JavaScript = "text/javascript; charset=utf-8";

    /// <summary>Fresh for ten minutes; for a day after that, a cache may use the old file while it revalidates.</summary>
    private const string ShortLived = "public, max-age=600, stale-while-revalidate=86400";

    public static void MapSearchBox(this IEndpointRouteBuilder routes)
    {
        routes.MapFile("/search-box.js", SearchBox.Script, JavaScript, ShortLived);
        foreach (var script in SearchBox.EarlierScripts.Prepend(SearchBox.Script).DistinctBy(SearchBox.PinnedPath))
            routes.MapFile(SearchBox.PinnedPath(script), script, JavaScript, CacheControl.Immutable);
        foreach (var (language, json) in SearchBox.Strings)
            routes.MapFile($"/search-box/strings/{language}.json", json, "application/json", ShortLived);

        // A box without an address looks here for static files. The answer says that there is a service instead, and is not an error.
        routes.MapGet("/searchnotes-index.json", (HttpContext http) =>
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers.CacheControl = ShortLived;
            return TypedResults.NoContent();
        }).ExcludeFromDescription();
    }

    private static void MapFile(this IEndpointRouteBuilder routes, string path, byte[] bytes, string mediaType, string cacheControl)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"", isWeak: true);
        // Compressed at the first request with the best gzip level: a third smaller than compression on the fly.
        var compressed = new Lazy<byte[]>(() => Compress(bytes));
        routes.MapGet(path, Send).ExcludeFromDescription();

        FileContentHttpResult Send(HttpContext http)
        {
            var headers = http.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers.CacheControl = cacheControl;
            headers.Vary = HeaderNames.AcceptEncoding;
            if (!AcceptsGzip(http.Request))
                return TypedResults.Bytes(bytes, mediaType, entityTag: tag);

            // Prevents the middleware from compressing the response again.
            http.Request.Headers.AcceptEncoding = "";
            headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(compressed.Value, mediaType, entityTag: tag);
        }
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value is { Value: "gzip" or "*" } && encoding.Quality is not 0);

    private static byte[] Compress(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return buffer.ToArray();
    }
}
