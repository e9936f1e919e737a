using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace SearchNotes.Api.Middleware;

/// <summary>Assigns an id to each request and logs requests that fail or are slow: the route, never the query or the client.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext http)
    {
        var started = time.GetTimestamp();
        // With a traceparent, the trace id is used, so that the log can be joined with those of the callers.
        if (Activity.Current is { ParentId: not null } activity)
            http.TraceIdentifier = activity.TraceId.ToHexString();
        http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
        await next(http);

        var took = time.GetElapsedTime(started);
        var status = http.Response.StatusCode;
        var level = status >= 500 || took > Slow ? LogLevel.Warning : LogLevel.Information;
        if (!log.IsEnabled(level))
            return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var milliseconds = took.TotalMilliseconds;
        log.LogRequest(level, http.TraceIdentifier, http.Request.Method, route, status, milliseconds);
    }
}
