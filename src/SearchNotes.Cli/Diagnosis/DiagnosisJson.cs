using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>The JSON output of <c>doctor</c>.</summary>
/// <param name="Status">The worst status of all checks.</param>
/// <param name="Checks">The checks in the order in which they ran.</param>
internal sealed record DiagnosisAnswer(CheckStatus Status, IReadOnlyList<Finding> Checks);

/// <summary>JSON serialization of <see cref="DiagnosisAnswer"/>.</summary>
[JsonSerializable(typeof(DiagnosisAnswer))]
internal sealed partial class DiagnosisJson : JsonSerializerContext
{
    /// <summary>Writes snake case, indented, with statuses as words.</summary>
    public static readonly DiagnosisJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<CheckStatus>(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
