using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace SearchNotes.Api.Answers;

/// <summary>400: a parameter has a value that it cannot have.</summary>
/// <param name="parameter">Its name.</param>
/// <param name="value">The value as sent.</param>
/// <param name="wanted">What it must be: "a whole number from 1 to 100".</param>
internal sealed class WrongParameter(string parameter, string value, string wanted) : IResult, IEndpointMetadataProvider
{
    public string Detail { get; } = $"The parameter {parameter} must be {wanted}.";

    public Task ExecuteAsync(HttpContext httpContext) =>
        Problem.Refuse(httpContext, StatusCodes.Status400BadRequest, Detail, parameter, value);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(Described.Problem(400));
}

/// <summary>404: there is nothing by that name.</summary>
internal sealed class NotThere(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Refuse(httpContext, StatusCodes.Status404NotFound, detail);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(Described.Problem(404));
}

/// <summary>401: the key is missing or wrong.</summary>
/// <param name="detail">What to send.</param>
internal sealed class KeyRequired(string detail = "Send the reindex key as Authorization: Bearer KEY.") : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.WWWAuthenticate = "Bearer realm=\"searchnotes\"";
        return Problem.Refuse(httpContext, StatusCodes.Status401Unauthorized, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(Described.Problem(401));
}

/// <summary>409: somebody is writing the index already.</summary>
internal sealed class AlreadyRunning(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = "10";
        return Problem.Refuse(httpContext, StatusCodes.Status409Conflict, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(Described.Problem(409));
}

/// <summary>503: no index, or too many searches at once.</summary>
internal sealed class Unavailable(string detail, TimeSpan retryAfter) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds));
        httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Refuse(httpContext, StatusCodes.Status503ServiceUnavailable, detail);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(Described.Problem(503));
}

/// <summary>What an endpoint may answer, for the description of the service.</summary>
internal static class Described
{
    public static IProducesResponseTypeMetadata Problem(int status) => new ProducesResponseTypeMetadata(status, typeof(Problem), [Answers.Problem.MediaType]);
}
