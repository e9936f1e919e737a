using System.Text.Json;

namespace SearchNotes.Cli.Settings;

/// <summary>Parses the JSON of a settings file. Comments and trailing commas are allowed.</summary>
internal static class SettingsJson
{
    /// <summary>Maximum size of a settings file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Parses the content of a file.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="shownPath">The file's path in messages.</param>
    /// <exception cref="SearchNotesException">The content is not valid JSON.</exception>
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
            throw new SearchNotesException(Fault.Settings, $"{shownPath}: it contains invalid Unicode; save the file as UTF-8.", e);
        }
    }

    /// <summary>Reads every string. The parser accepts a lone surrogate, and throws only when the string is read.</summary>
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
