using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNotes.Cli.Checking;

/// <summary>What only the command line prints as JSON. Generated at build time: reflection would cost a short command its speed.</summary>
[JsonSerializable(typeof(IReadOnlyList<CheckedPost>))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    /// <summary>Snake case, with line breaks, letters of all scripts as they are: it goes to programs and people, not into a
    /// page.</summary>
    public static readonly CheckJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
