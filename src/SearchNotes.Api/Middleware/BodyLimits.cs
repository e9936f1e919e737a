using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>Endpoint metadata that raises the limit of the request body.</summary>
/// <param name="Bytes">Maximum size of the body in bytes.</param>
internal sealed record LargestBody(long Bytes);

/// <summary>Rejects a request whose body is larger than its endpoint allows.</summary>
/// <remarks>The server's own limit would close the connection while the client is still sending.</remarks>
internal sealed class BodyLimits(RequestDelegate next)
{
    private const long DefaultBytes = 64 << 10;

    public Task InvokeAsync(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? DefaultBytes;
        return http.Request.ContentLength > limit ? new TooLarge(limit).ExecuteAsync(http) : next(http);
    }
}
