using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Pages;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Middleware;

/// <summary>Writes the body of every error response: problem details for programs, a page for browsers.</summary>
internal sealed class ProblemWriter(RequestDelegate next, ServeOptions options, ILogger<ProblemWriter> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
        {
            await Problem.Refuse(http, wrong.StatusCode, "The request is not valid HTTP.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected. 499 is the status that proxies log for this.
            if (!http.Response.HasStarted)
                http.Response.StatusCode = 499;
            return;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // The top of the pipeline: the exception is logged once, and the response has no details.
            log.LogRequestFault(fault, http.TraceIdentifier);
            http.Response.Headers.ETag = default;
            await Problem.Refuse(http, StatusCodes.Status500InternalServerError,
                "Something went wrong inside SearchNotes. The log has the details under this request's id.");
        }
        if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
        {
            await WriteAsync(http);
        }
    }

    private Task WriteAsync(HttpContext http)
    {
        var response = http.Response;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            var methods = response.Headers.Allow.ToString().Replace("GET", "GET, HEAD", StringComparison.Ordinal);
            response.Headers.Allow = $"{methods}, OPTIONS";
            if (HttpMethods.IsOptions(http.Request.Method))
            {
                response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }
        }
        response.Headers.CacheControl = "no-store";
        var problem = http.Features.Get<Problem>() ?? Problem.Of(http, response.StatusCode, Sentence(http));
        var body = Representation.WantsPage(http.Request)
            ? ErrorPage.Of(http.Request, problem, options)
            : ResponseBody.Of(problem, Json.Default.Problem) with { MediaType = Problem.MediaType };
        response.ContentType = body.MediaType;
        response.ContentLength = body.Bytes.Length;
        return response.Body.WriteAsync(body.Bytes, http.RequestAborted).AsTask();
    }

    private static string Sentence(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when Representation.WantsPage(http.Request) => "There is no page at this address.",
        StatusCodes.Status404NotFound =>
            $"Nothing is at this address. {http.Request.PathBase}/openapi.yaml lists the addresses of this service.",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Method} is not allowed here; the Allow field lists the allowed methods.",
        _ => "The request cannot be answered.",
    };
}
