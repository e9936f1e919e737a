using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>What <c>doctor</c> prints for programs.</summary>
/// <param name="Status">The worst of all.</param>
/// <param name="Checks">One after the other.</param>
internal sealed record DiagnosisAnswer(CheckStatus Status, IReadOnlyList<Finding> Checks);

/// <summary>How it becomes JSON.</summary>
[JsonSerializable(typeof(DiagnosisAnswer))]
internal sealed partial class DiagnosisJson : JsonSerializerContext
{
    /// <summary>Snake case, with line breaks, conditions as words.</summary>
    public static readonly DiagnosisJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<CheckStatus>(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
