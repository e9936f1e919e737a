using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNotes.Api.Responses;

/// <summary>400: a parameter has an invalid value.</summary>
/// <param name="parameter">The name of the parameter.</param>
/// <param name="value">The value as sent.</param>
/// <param name="expected">The valid values: "a whole number from 1 to 100".</param>
internal sealed class InvalidParameter(string parameter, string value, string expected) : IResult, IEndpointMetadataProvider
{
    public string Detail { get; } = $"The parameter {parameter} must be {expected}.";

    public Task ExecuteAsync(HttpContext httpContext) =>
        Problem.Refuse(httpContext, StatusCodes.Status400BadRequest, Detail, parameter, value);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(400));
}

/// <summary>403: pages of this origin may not do this.</summary>
internal sealed class ForbiddenProblem(string detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Refuse(httpContext, StatusCodes.Status403Forbidden, detail);
}

/// <summary>404: nothing has this name.</summary>
internal sealed class NotFoundProblem(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Refuse(httpContext, StatusCodes.Status404NotFound, detail);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(404));
}

/// <summary>401: the key is missing or wrong.</summary>
/// <param name="detail">A sentence that says what to send.</param>
internal sealed class UnauthorizedProblem(string detail = "Send the reindex key as Authorization: Bearer KEY.")
    : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.WWWAuthenticate = "Bearer realm=\"searchnotes\"";
        return Problem.Refuse(httpContext, StatusCodes.Status401Unauthorized, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(401));
}

/// <summary>409: another process or run is already writing the index.</summary>
internal sealed class ConflictProblem(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = "10";
        return Problem.Refuse(httpContext, StatusCodes.Status409Conflict, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(409));
}

/// <summary>413: the body is too large. The body is read and discarded first, because a client that is still sending when the connection
/// closes may never see the response.</summary>
/// <param name="limit">Maximum size of the body in bytes.</param>
internal sealed class TooLarge(long limit) : IResult, IEndpointMetadataProvider
{
    /// <summary>Maximum number of bytes read from any body. The connection is closed when a client sends more.</summary>
    public const long MaxDiscardedBytes = 256 << 20;

    /// <summary>Time limit for discarding a body.</summary>
    private static readonly TimeSpan DiscardTimeout = TimeSpan.FromSeconds(30);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // A client that sends "Expect" has not sent the body yet, and will not send it now.
        if (httpContext.Request.Headers.Expect.Count == 0)
            await DiscardBodyAsync(httpContext);
        await Problem.Refuse(httpContext, StatusCodes.Status413PayloadTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The body must be at most {limit} bytes."));
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(413));

    private static async Task DiscardBodyAsync(HttpContext http)
    {
        using var timeout = new CancellationTokenSource(DiscardTimeout, http.RequestServices.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, http.RequestAborted);
        try
        {
            for (var isOver = false; !isOver;)
            {
                var read = await http.Request.BodyReader.ReadAsync(either.Token);
                isOver = read.IsCompleted;
                http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The time limit has passed.
        }
        catch (BadHttpRequestException)
        {
            // The body is too large or arrives too slowly; the answer is the same.
        }
    }
}

/// <summary>503: no index is open, or too many searches are running.</summary>
internal sealed class UnavailableProblem(string detail, TimeSpan retryAfter) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds));
        httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Refuse(httpContext, StatusCodes.Status503ServiceUnavailable, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(503));
}

/// <summary>Endpoint metadata for problem responses, used by the OpenAPI document.</summary>
internal static class ProblemMetadata
{
    public static IProducesResponseTypeMetadata Problem(int status) =>
        new ProducesResponseTypeMetadata(status, typeof(Problem), [Responses.Problem.MediaType]);
}
