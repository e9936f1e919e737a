using System.Text.Json.Serialization;

namespace SearchNotes.Api.Insights;

/// <summary>A line of the query log. It holds no address, no name and no time of day.</summary>
/// <param name="Q">The query as typed.</param>
/// <param name="Hits">Number of good hits of a search; <see langword="null"/> for an opened hit.</param>
/// <param name="Opened">The id of the talk that was opened; <see langword="null"/> for a search.</param>
internal sealed record LoggedEvent(
    string Q,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Hits = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Opened = null);

/// <summary>Source-generated JSON serialization of <see cref="LoggedEvent"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LoggedEvent))]
internal sealed partial class LoggedEventJson : JsonSerializerContext;
