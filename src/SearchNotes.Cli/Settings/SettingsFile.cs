using System.Text.Json;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Reads a <c>searchnotes.json</c>. Comments and trailing commas are welcome, unknown keys are not.</summary>
internal static class SettingsFile
{
    /// <summary>The file's name where nobody says otherwise.</summary>
    public const string Name = "searchnotes.json";

    private const string FoldersKey = "folders";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Lays a file's values over settings.</summary>
    /// <param name="settings">What holds so far.</param>
    /// <param name="fullPath">Where the file lies.</param>
    /// <param name="shownPath">How messages call it.</param>
    /// <exception cref="SearchNotesException">The file cannot be read, or says something that makes no sense.</exception>
    public static ProgramSettings Apply(ProgramSettings settings, string fullPath, string shownPath)
    {
        using var document = Open(fullPath, shownPath);
        var folder = Path.GetDirectoryName(fullPath)!; // A full path of a file has a folder.
        foreach (var member in SettingValue.InFile($"{shownPath}: the whole file", folder, document.RootElement).Members())
        {
            var value = Value(member, member.Name);
            settings = member.NameEquals(FoldersKey)
                ? settings with { Folders = value.Members().ToDictionary(glob => glob.Name, Folder, StringComparer.Ordinal) }
                : SettingKeys.Set(settings, member.Name, value)
                    ?? throw SettingKeys.Unknown(shownPath, member.Name, SettingKeys.All.Append(FoldersKey));
        }

        return settings;

        SettingValue Value(JsonProperty member, string key) => SettingValue.InFile($"{shownPath}: \"{key}\"", folder, member.Value);

        FolderOptions Folder(JsonProperty glob) => Value(glob, $"{FoldersKey}.{glob.Name}").Members().Aggregate(new FolderOptions(), (options, member) =>
            SettingKeys.OfFolder.TryGetValue(member.Name, out var set)
                ? set(options, Value(member, $"{FoldersKey}.{glob.Name}.{member.Name}"))
                : throw SettingKeys.Unknown($"{shownPath}, folder \"{glob.Name}\"", member.Name, SettingKeys.OfFolder.Keys));
    }

    private static JsonDocument Open(string fullPath, string shownPath)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(fullPath), Lenient);
        }
        catch (JsonException e)
        {
            throw new SearchNotesException(Fault.Settings, $"{shownPath}, line {e.LineNumber + 1}: this is not JSON; correct the line or delete the file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Settings, $"The settings file {shownPath} cannot be read; check its name and permissions.", e);
        }
    }
}
