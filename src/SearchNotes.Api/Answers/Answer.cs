using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace SearchNotes.Api.Answers;

/// <summary>What the desk says: the answer, that it has not changed, or that there is none now.</summary>
internal class Answer(IResult result) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => result.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        Unavailable.PopulateMetadata(method, builder);
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
/// <param name="body">The body.</param>
/// <param name="etag">Its validator; <see langword="null"/> when it must not be kept.</param>
/// <param name="timing">Where the time went.</param>
internal sealed class Found(Body body, string? etag, string timing) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = body.MediaType;
        response.ContentLength = body.Bytes.Length;
        response.Headers.ETag = etag;
        response.Headers.CacheControl = etag is null ? "no-store" : Cached.Revalidate;
        response.Headers["Server-Timing"] = timing;
        response.Headers.Link = body.Link;
        if (body.Vary is not null)
            response.Headers.Append(HeaderNames.Vary, body.Vary);
        await response.BodyWriter.WriteAsync(body.Bytes, httpContext.RequestAborted);
    }
}

/// <summary>304: the client has this answer already.</summary>
internal sealed class NotModified(string etag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        httpContext.Response.Headers.ETag = etag;
        httpContext.Response.Headers.CacheControl = Cached.Revalidate;
        return Task.CompletedTask;
    }
}

/// <summary>How long answers may be kept by others.</summary>
internal static class Cached
{
    /// <summary>Keep it, and ask every time whether it still holds: a new post shows at once, and asking is nearly free.</summary>
    public const string Revalidate = "public, no-cache";

    /// <summary>The address holds a hash of what it leads to.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";
}
