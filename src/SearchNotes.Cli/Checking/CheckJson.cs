using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNotes.Cli.Checking;

/// <summary>JSON serialization of <c>check</c> results, generated at build time because reflection slows down a short command.</summary>
[JsonSerializable(typeof(IReadOnlyList<CheckedPost>))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    /// <summary>Writes snake case, indented, with non-ASCII letters unescaped. The output goes to programs and people, not into
    /// HTML.</summary>
    public static readonly CheckJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
