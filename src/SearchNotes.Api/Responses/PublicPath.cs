using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Responses;

/// <summary>The path of <c>public_url</c>, such as <c>/search</c>: the service answers below it, and at the root for proxies that strip it.
/// Every address that it writes includes the path.</summary>
internal static class PublicPath
{
    // An address in the markup of a page: text of posts has its quotes escaped, so it cannot look like one.
    private static readonly string[] Attributes = ["href=\"/", "src=\"/", "action=\"/", "ping=\"/"];

    /// <summary>Returns the path without a trailing slash; empty when there is none.</summary>
    public static string Of(ServeOptions options) =>
        Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var uri) ? uri.AbsolutePath.TrimEnd('/') : "";

    /// <summary>Removes the path from every request that has it. The forwarded prefix of a proxy is not read: a client may send
    /// it.</summary>
    public static void UsePublicPath(this WebApplication app, ServeOptions options)
    {
        var path = Of(options);
        if (path.Length == 0)
            return;
        app.Use((http, next) =>
        {
            var request = http.Request;
            if (string.Equals(request.Path.Value, path, StringComparison.Ordinal))
            {
                http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                http.Response.Headers.Location = $"{path}/{request.QueryString}";
                return Task.CompletedTask;
            }

            if (request.Path.StartsWithSegments(path, StringComparison.Ordinal, out var rest))
                request.Path = rest;
            request.PathBase = path;
            return next(http);
        });
    }

    /// <summary>Returns the markup of a page with the path before each of its own addresses.</summary>
    public static string Before(string markup, ServeOptions options)
    {
        var path = Of(options);
        return path.Length == 0 ? markup : Attributes.Aggregate(markup,
            (text, attribute) => text.Replace(attribute, $"{attribute[..^1]}{path}/", StringComparison.Ordinal));
    }
}
