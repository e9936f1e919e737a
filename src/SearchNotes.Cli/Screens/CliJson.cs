using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchNotes.Cli.Checking;
using SearchNotes.Cli.Reindexing;

namespace SearchNotes.Cli.Screens;

/// <summary>What the command line alone prints as JSON. Generated at build time: reflection would cost a short command its speed.</summary>
[JsonSerializable(typeof(IReadOnlyList<CheckedPost>))]
[JsonSerializable(typeof(ReindexAnswer))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Snake case, with line breaks, letters of all scripts as they are: it goes to programs and people, not into a page.</summary>
    public static readonly CliJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
