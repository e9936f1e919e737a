using System.Text.Json.Serialization;
using SearchNotes.Export;

namespace SearchNotes.Cli.Exporting;

/// <summary>JSON serialization of the report of <c>export</c>, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ExportReport))]
internal sealed partial class ExportJson : JsonSerializerContext;
