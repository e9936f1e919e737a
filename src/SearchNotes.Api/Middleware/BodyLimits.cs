using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>Metadata of an address that takes longer bodies than others.</summary>
/// <param name="Bytes">Longest body in bytes.</param>
internal sealed record LargestBody(long Bytes);

/// <summary>Refuses a request whose body is longer than its address takes. Hardly any takes one.</summary>
/// <remarks>Not left to the server, which would end the connection while the client still sends.</remarks>
internal sealed class BodyLimits(RequestDelegate next)
{
    private const long Usual = 64 << 10;

    public Task InvokeAsync(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? Usual;
        return http.Request.ContentLength > limit ? new TooLarge(limit).ExecuteAsync(http) : next(http);
    }
}
