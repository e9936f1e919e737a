using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SearchNotes.Api.Responses;

/// <summary>An error response (RFC 9457).</summary>
/// <param name="Type">Always <c>about:blank</c>: the status identifies the kind of problem.</param>
/// <param name="Title">The reason phrase of the status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">One sentence that says what is wrong and what to do.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="RequestId">The id of the request in the log.</param>
/// <param name="Parameter">The invalid parameter; omitted for other problems.</param>
/// <param name="Value">The value as sent, shortened to 200 characters; omitted for other problems.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null)
{
    /// <summary>The media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Rejects a request. <c>ProblemWriter</c> writes the body, as JSON or as a page.</summary>
    public static Task Refuse(HttpContext http, int status, string detail, string? parameter = null, string? value = null)
    {
        http.Response.StatusCode = status;
        http.Features.Set(Of(http, status, detail, parameter, value));
        return Task.CompletedTask;
    }

    /// <summary>Returns the problem of a request.</summary>
    public static Problem Of(HttpContext http, int status, string detail, string? parameter = null, string? value = null) => new(
        "about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, $"{http.Request.PathBase}{http.Request.Path}", http.TraceIdentifier, parameter,
        Shorten(value));

    private static string? Shorten(string? value) => value is { Length: > 200 } ? string.Concat(value.AsSpan(0, 199), "…") : value;
}
