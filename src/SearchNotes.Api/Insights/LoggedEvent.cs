using System.Text.Json.Serialization;

namespace SearchNotes.Api.Insights;

/// <summary>A line of the query log. That is all there is: no address, no name, no time of day.</summary>
/// <param name="Q">The query as it was typed.</param>
/// <param name="Hits">How many good hits a search had; <see langword="null"/> for an opened hit.</param>
/// <param name="Opened">The id of the talk that was opened; <see langword="null"/> for a search.</param>
internal sealed record LoggedEvent(
    string Q,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Hits = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Opened = null);

/// <summary>How it becomes a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LoggedEvent))]
internal sealed partial class LoggedEventJson : JsonSerializerContext;
