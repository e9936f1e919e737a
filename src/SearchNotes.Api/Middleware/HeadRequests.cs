using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Middleware;

/// <summary>Answers <c>HEAD</c> wherever <c>GET</c> is supported, with the same header fields and no body.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }
        // The server still knows that the request was HEAD and sends no body.
        http.Request.Method = HttpMethods.Get;
        await next(http);
        http.Request.Method = HttpMethods.Head;
    }
}
