using System.Text.Json;
using System.Text.Json.Serialization;
using SearchNotes.Api.Search;
using SearchNotes.Querying;

namespace SearchNotes.Api.Reindexing;

/// <summary>A run as the other servers over the same index see it.</summary>
/// <param name="ReportedAt">When the server that runs it last reported it.</param>
/// <param name="Run">Its progress and result.</param>
internal sealed record SharedRun(DateTimeOffset ReportedAt, TaskAnswer Run)
{
    /// <summary>A run that is not reported for so long ended with its server.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(1);

    /// <summary>Returns the state of a run of any server; <see langword="null"/> when it is unknown.</summary>
    /// <exception cref="SearchNotesException">The cluster does not answer.</exception>
    public static TaskAnswer? Find(ISharedRuns runs, string id, DateTimeOffset now)
    {
        if (runs.Read(id) is not { } text || Read(text) is not { } shared)
            return null;
        var isLost = shared.Run.FinishedAt is null && now - shared.ReportedAt > LostAfter;
        return !isLost ? shared.Run : shared.Run with
        {
            Status = ApiNames.Of(ReindexStatus.Failed),
            FinishedAt = shared.ReportedAt,
            Error = "The server that did this run has stopped; start another run.",
        };
    }

    /// <summary>Writes the record of a run.</summary>
    public string Write() => JsonSerializer.Serialize(this, SharedRunJson.Default.SharedRun);

    private static SharedRun? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SharedRunJson.Default.SharedRun);
        }
        catch (JsonException)
        {
            return null; // Another version of SearchNotes wrote it.
        }
    }
}

/// <summary>How the record of a run is written. It stands apart from the answers, which name every endpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SharedRun))]
internal sealed partial class SharedRunJson : JsonSerializerContext;
