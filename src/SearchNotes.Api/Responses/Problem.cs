using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SearchNotes.Api.Responses;

/// <summary>What went wrong, as RFC 9457 writes it.</summary>
/// <param name="Type">Always <c>about:blank</c>: the status says what kind of problem it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">One sentence: what is wrong, and what to do.</param>
/// <param name="Instance">The path that was asked for.</param>
/// <param name="RequestId">Finds the request in the log.</param>
/// <param name="Parameter">The parameter that is wrong; left out when the problem is another.</param>
/// <param name="Value">Its value as sent, shortened to 200 characters; left out when the problem is another.</param>
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
    /// <summary>The media type of problems.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Refuses a request. The body is written at the top of the pipeline, as JSON or as a page.</summary>
    public static Task Refuse(HttpContext http, int status, string detail, string? parameter = null, string? value = null)
    {
        http.Response.StatusCode = status;
        http.Features.Set(Of(http, status, detail, parameter, value));
        return Task.CompletedTask;
    }

    /// <summary>A problem with a request.</summary>
    public static Problem Of(HttpContext http, int status, string detail, string? parameter = null, string? value = null) => new(
        "about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, http.Request.Path, http.TraceIdentifier, parameter,
        Shorten(value));

    private static string? Shorten(string? value) => value is { Length: > 200 } ? string.Concat(value.AsSpan(0, 199), "…") : value;
}
