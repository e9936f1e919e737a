using System.Net;
using System.Text.Json;

namespace SearchNotes.OpenSearch.Transport;

/// <summary>An answer of a cluster, as JSON.</summary>
internal sealed class ClusterAnswer(HttpStatusCode status, JsonDocument json) : IDisposable
{
    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The body.</summary>
    public JsonElement Json => json.RootElement;

    /// <summary>Whether the request succeeded.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Type of the error, such as <c>index_not_found_exception</c>; empty without an error.</summary>
    public string ErrorType =>
        Member(Json, "error") is { } error && Member(error, "type") is { } type ? type.GetString() ?? "" : "";

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : null;
}
