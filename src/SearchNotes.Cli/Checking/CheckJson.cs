using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNotes.Cli.Checking;

/// <summary>Writes checked posts as JSON, generated at build time: reflection would cost a short command its speed.</summary>
[JsonSerializable(typeof(IReadOnlyList<CheckedPost>))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    private static readonly CheckJson Snake = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,

        // The output goes to programs and people, not into a page: letters of all scripts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The JSON of the posts.</summary>
    public static string Of(IReadOnlyList<CheckedPost> posts) => JsonSerializer.Serialize(posts, Snake.IReadOnlyListCheckedPost);
}
