using System.Text.Json;

namespace SearchNotes.Cli.Settings;

/// <summary>The JSON of a settings file. Comments and trailing commas are welcome.</summary>
internal static class SettingsJson
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="shownPath">How messages call the file.</param>
    /// <exception cref="SearchNotesException">They are not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes, string shownPath)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(bytes, Lenient);
            ReadTexts(document.RootElement);
            return document;
        }
        catch (JsonException e)
        {
            throw new SearchNotesException(Fault.Settings,
                $"{shownPath}, line {e.LineNumber + 1}: this is not JSON; correct the line or delete the file.", e);
        }
        catch (InvalidOperationException e)
        {
            document?.Dispose();
            throw new SearchNotesException(Fault.Settings, $"{shownPath}: a text in it is not Unicode; write the file anew as UTF-8.", e);
        }
    }

    /// <summary>The parser takes half a surrogate pair, and fails only when somebody asks for the text.</summary>
    private static void ReadTexts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                _ = member.Name;
                ReadTexts(member.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                ReadTexts(item);
        }
        else if (element.ValueKind == JsonValueKind.String)
        {
            _ = element.GetString();
        }
    }
}
