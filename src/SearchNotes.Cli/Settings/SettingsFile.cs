using System.Text.Json;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Reads the operator's <c>searchnotes.json</c>. An unknown key is an error.</summary>
internal static class SettingsFile
{
    /// <summary>The default file name.</summary>
    public const string Name = "searchnotes.json";

    /// <summary>The key of the settings of individual folders.</summary>
    public const string FoldersKey = "folders";

    /// <summary>Applies the values of a file.</summary>
    /// <param name="settings">The settings so far.</param>
    /// <param name="fullPath">The file's absolute path.</param>
    /// <param name="shownPath">The file's path in messages.</param>
    /// <exception cref="SearchNotesException">The file cannot be read, or a key or value in it is invalid.</exception>
    public static ProgramSettings Apply(ProgramSettings settings, string fullPath, string shownPath)
    {
        using var document = SettingsJson.Parse(Read(fullPath, shownPath), shownPath);
        var folder = Path.GetDirectoryName(fullPath)!; // An absolute path of a file has a folder.
        var members = SettingValue.InFile($"{shownPath}: the whole file", folder, document.RootElement).Members();
        List<string> warnings = [];
        foreach (var member in FormerKeys.First(members))
        {
            var value = Value(member, member.Name);
            settings = member.NameEquals(FoldersKey)
                ? settings with { Folders = value.Members().ToDictionary(glob => glob.Name, Folder, StringComparer.Ordinal) }
                : SettingKeys.Set(settings, FormerKeys.PresentName(member.Name, shownPath, warnings), value)
                    ?? throw SettingKeys.Unknown(shownPath, member.Name, SettingKeys.All.Append(FoldersKey));
        }

        var holdsKey = (settings.Server.ReindexKey ?? settings.Server.OldReindexKey ?? settings.Server.InsightsKey ?? settings.Server.HookSecret) is not null;
        return settings with
        {
            Files = [.. settings.Files, fullPath],
            FileWithKey = holdsKey ? fullPath : null,
            Warnings = [.. settings.Warnings, .. warnings],
        };

        SettingValue Value(JsonProperty member, string key) => SettingValue.InFile($"{shownPath}: \"{key}\"", folder, member.Value);

        FolderOptions Folder(JsonProperty glob) =>
            FormerKeys.First(Value(glob, $"{FoldersKey}.{glob.Name}").Members()).Aggregate(new FolderOptions(), (options, member) =>
            SettingKeys.OfFolder.TryGetValue(FormerKeys.PresentName(member.Name, shownPath, warnings), out var set)
                ? set(options, Value(member, $"{FoldersKey}.{glob.Name}.{member.Name}"))
                : throw SettingKeys.Unknown($"{shownPath}, folder \"{glob.Name}\"", member.Name, SettingKeys.OfFolder.Keys));
    }

    /// <summary>Reads the file without asking for its length, because it may be a pipe.</summary>
    private static ReadOnlyMemory<byte> Read(string fullPath, string shownPath)
    {
        try
        {
            using var stream =
                new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = new byte[SettingsJson.MaxBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= SettingsJson.MaxBytes ? bytes.AsMemory(0, length)
                : throw new SearchNotesException(Fault.Settings,
                    $"The settings file {shownPath} is larger than {SettingsJson.MaxBytes} bytes; name the right one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Settings, $"The settings file {shownPath} cannot be read; check its name and permissions.",
                e);
        }
    }
}
