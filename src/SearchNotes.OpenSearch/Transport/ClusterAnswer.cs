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
    public string ErrorType => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();
}
