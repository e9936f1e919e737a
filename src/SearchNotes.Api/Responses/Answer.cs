using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace SearchNotes.Api.Responses;

/// <summary>What the desk says: the answer, that it has not changed, or that there is none now.</summary>
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
/// <param name="Etag">Its validator; <see langword="null"/> when it must not be kept.</param>
internal sealed record OkAnswer(ResponseBody Body, string? Etag) : IResult
{
    /// <summary>Whether it was worked out before.</summary>
    public bool IsKept { get; init; }

    /// <summary>How others may keep it, where they may at all.</summary>
    public string Caching { get; init; } = Cached.Revalidate;

    /// <summary>Where the time went.</summary>
    public (TimeSpan Waited, TimeSpan Worked) Timing { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = Body.MediaType;
        response.ContentLength = Body.Bytes.Length;
        response.Headers.ETag = Etag;
        response.Headers.CacheControl = Etag is null ? "no-store" : Caching;
        response.Headers["Server-Timing"] = IsKept ? "cache;desc=\"kept\"" : string.Create(
            CultureInfo.InvariantCulture,
            $"queue;dur={Timing.Waited.TotalMilliseconds:0.00}, search;dur={Timing.Worked.TotalMilliseconds:0.00}");
        response.Headers.Link = Body.Link;
        // Also for who takes it uncompressed, or is told that nothing has changed.
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        await response.BodyWriter.WriteAsync(Body.Bytes, httpContext.RequestAborted);
    }
}

/// <summary>304: the client has this answer already.</summary>
/// <param name="etag">The answer's validator.</param>
/// <param name="caching">How others may keep it.</param>
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

/// <summary>How long answers may be kept by others.</summary>
internal static class Cached
{
    /// <summary>Keep it, and ask every time whether it still holds: a new post shows at once, and asking is nearly free.</summary>
    public const string Revalidate = "public, no-cache";

    /// <summary>The same for the client alone: the answer holds the host that this request was sent to.</summary>
    public const string RevalidateAlone = "private, no-cache";

    /// <summary>The address holds a hash of what it leads to.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";
}
