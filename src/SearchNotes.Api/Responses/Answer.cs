using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace SearchNotes.Api.Responses;

/// <summary>A result of <see cref="AnswerPipeline"/>: 200 with a body, 304, or an error.</summary>
internal class Answer(IResult result) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => result.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        UnavailableProblem.PopulateMetadata(method, builder);
    }
}

/// <summary>An <see cref="Answer"/> in JSON.</summary>
/// <typeparam name="T">The shape of the body.</typeparam>
internal sealed class Answer<T>(IResult result) : Answer(result), IEndpointMetadataProvider
{
    public static new void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        Answer.PopulateMetadata(method, builder);
    }
}

/// <summary>200 with a finished body.</summary>
/// <param name="Body">The body.</param>
/// <param name="Etag">The entity tag; <see langword="null"/> when the answer must not be cached.</param>
internal sealed record OkAnswer(ResponseBody Body, string? Etag) : IResult
{
    /// <summary>Whether the body came from <see cref="AnswerCache"/>.</summary>
    public bool IsCached { get; init; }

    /// <summary>The <c>Cache-Control</c> value, used when the answer has an entity tag.</summary>
    public string Caching { get; init; } = CacheControl.Revalidate;

    /// <summary>Time spent in the queue and time spent computing the answer.</summary>
    public (TimeSpan Waited, TimeSpan Worked) Timing { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = Body.MediaType;
        response.ContentLength = Body.Bytes.Length;
        response.Headers.ETag = Etag;
        response.Headers.CacheControl = Etag is null ? "no-store" : Caching;
        response.Headers["Server-Timing"] = IsCached ? "cache;desc=\"kept\"" : string.Create(
            CultureInfo.InvariantCulture,
            $"queue;dur={Timing.Waited.TotalMilliseconds:0.00}, search;dur={Timing.Worked.TotalMilliseconds:0.00}");
        response.Headers.Link = Body.Link;
        // Uncompressed answers and 304 need this field as well.
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        await response.BodyWriter.WriteAsync(Body.Bytes, httpContext.RequestAborted);
    }
}

/// <summary>304: the client already has this answer.</summary>
/// <param name="etag">The answer's entity tag.</param>
/// <param name="caching">The <c>Cache-Control</c> value.</param>
internal sealed class NotModified(string etag, string caching) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        httpContext.Response.Headers.ETag = etag;
        httpContext.Response.Headers.CacheControl = caching;
        httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return Task.CompletedTask;
    }
}

/// <summary>301: the requested resource has a new address.</summary>
/// <param name="address">The path of the new address.</param>
internal sealed class Moved(string address) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        httpContext.Response.Headers.Location = httpContext.Request.PathBase + address;
        // Browsers cache a 301 permanently unless told otherwise, and the next commit may move the talk again.
        httpContext.Response.Headers.CacheControl = CacheControl.Revalidate;
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status301MovedPermanently, typeof(void)));
}

/// <summary>Values of the <c>Cache-Control</c> field.</summary>
internal static class CacheControl
{
    /// <summary>Caches store the answer and revalidate it on every use: a new post appears at once, and revalidation is cheap.</summary>
    public const string Revalidate = "public, no-cache";

    /// <summary>As <see cref="Revalidate"/>, but not for shared caches: the answer contains the host that this request was sent
    /// to.</summary>
    public const string RevalidatePrivate = "private, no-cache";

    /// <summary>Never revalidated: the address contains a hash of the content.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";
}
