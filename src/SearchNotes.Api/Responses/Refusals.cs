using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNotes.Api.Responses;

/// <summary>400: a parameter has a value that it cannot have.</summary>
/// <param name="parameter">Its name.</param>
/// <param name="value">The value as sent.</param>
/// <param name="wanted">What it must be: "a whole number from 1 to 100".</param>
internal sealed class InvalidParameter(string parameter, string value, string wanted) : IResult, IEndpointMetadataProvider
{
    public string Detail { get; } = $"The parameter {parameter} must be {wanted}.";

    public Task ExecuteAsync(HttpContext httpContext) =>
        Problem.Refuse(httpContext, StatusCodes.Status400BadRequest, Detail, parameter, value);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(400));
}

/// <summary>404: there is nothing by that name.</summary>
internal sealed class NotFoundProblem(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Refuse(httpContext, StatusCodes.Status404NotFound, detail);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(404));
}

/// <summary>401: the key is missing or wrong.</summary>
/// <param name="detail">What to send.</param>
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

/// <summary>409: somebody is writing the index already.</summary>
internal sealed class ConflictProblem(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = "10";
        return Problem.Refuse(httpContext, StatusCodes.Status409Conflict, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(409));
}

/// <summary>413: the body is too long. First it is read and thrown away, for whoever is still sending when the connection ends
/// may never see the answer.</summary>
/// <param name="limit">Most bytes that it may have.</param>
internal sealed class TooLarge(long limit) : IResult, IEndpointMetadataProvider
{
    /// <summary>Most bytes that are read of any body. Who sends more is hung up on.</summary>
    public const long MostRead = 256 << 20;

    /// <summary>How long somebody may go on sending what is thrown away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Who asks with "Expect" whether to send has sent nothing yet, and then need not.
        if (httpContext.Request.Headers.Expect.Count == 0)
            await ThrowAwayAsync(httpContext);
        await Problem.Refuse(httpContext, StatusCodes.Status413PayloadTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The body may have {limit} bytes at most."));
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemMetadata.Problem(413));

    private static async Task ThrowAwayAsync(HttpContext http)
    {
        using var patience = new CancellationTokenSource(Patience, http.RequestServices.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, http.RequestAborted);
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
            // That was long enough.
        }
        catch (BadHttpRequestException)
        {
            // Longer than is read, or slower: it is refused all the same.
        }
    }
}

/// <summary>503: no index, or too many searches at once.</summary>
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

/// <summary>What an endpoint may answer, for the description of the service.</summary>
internal static class ProblemMetadata
{
    public static IProducesResponseTypeMetadata Problem(int status) =>
        new ProducesResponseTypeMetadata(status, typeof(Problem), [Responses.Problem.MediaType]);
}
