using System.Text.Json;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Settings;

/// <summary>Reads a <c>searchnotes.json</c> that is stored among the posts. A push or a pull request may have changed it, so only its
/// settings about the blog are used, and errors in it become warnings.</summary>
internal sealed class BlogSettingsFile
{
    private const string FoldersKey = SettingsFile.FoldersKey;
    private const int MaxWarnings = 10;
    private const int MaxCharacters = 300;

    private readonly string fullPath;
    private readonly string shownPath;
    private readonly List<string> warnings = [];
    private readonly List<string> ignoredKeys = [];

    private BlogSettingsFile(string fullPath, string shownPath) => (this.fullPath, this.shownPath) = (fullPath, shownPath);

    /// <summary>Applies the blog settings of a file.</summary>
    /// <param name="settings">The settings so far.</param>
    /// <param name="fullPath">The file's absolute path.</param>
    /// <param name="area">The corpus folder, or the root of its clone; the file must be below it, with links resolved.</param>
    /// <param name="shownPath">The file's path in messages.</param>
    public static ProgramSettings Apply(ProgramSettings settings, string fullPath, string area, string shownPath)
    {
        var file = new BlogSettingsFile(fullPath, shownPath);
        settings = file.Apply(settings, UntrustedFile.Read(fullPath, area, SettingsJson.MaxBytes));
        return settings with { Files = [.. settings.Files, fullPath], Warnings = [.. settings.Warnings, .. file.Warnings()] };
    }

    private ProgramSettings Apply(ProgramSettings settings, UntrustedBytes read)
    {
        if (read.Bytes is null)
        {
            warnings.Add($"{shownPath} is not read: {read.Problem ?? "it is gone"}.");
            return settings;
        }

        return Try(settings, () =>
        {
            using var document = SettingsJson.Parse(read.Bytes, shownPath);
            return FormerKeys.First(Value($"{shownPath}: the whole file", document.RootElement).Members()).Aggregate(settings, Set);
        });
    }

    private ProgramSettings Set(ProgramSettings settings, JsonProperty member) => Try(settings, () =>
    {
        var value = Value($"{shownPath}: \"{member.Name}\"", member.Value);
        if (member.NameEquals(FoldersKey))
            return settings with { Folders = value.Members().Aggregate(settings.Folders, SetFolder) };
        var key = FormerKeys.PresentName(member.Name, shownPath, warnings);
        if (SettingKeys.OfFolder.TryGetValue(key, out var set))
            return settings with { Everywhere = set(settings.Everywhere, value) };
        if (SettingKeys.OfBlog.TryGetValue(key, out var setBlog))
            return setBlog(settings, value);
        if (!SettingKeys.All.Contains(key))
            throw SettingKeys.Unknown(shownPath, member.Name, [.. SettingKeys.OfFolder.Keys, .. SettingKeys.OfBlog.Keys, FoldersKey]);
        ignoredKeys.Add(member.Name);
        return settings;
    });

    private IReadOnlyDictionary<string, FolderOptions> SetFolder(IReadOnlyDictionary<string, FolderOptions> folders, JsonProperty glob) =>
        Try(folders, () =>
    {
        var name = $"{FoldersKey}.{glob.Name}";
        var options = FormerKeys.First(Value($"{shownPath}: \"{name}\"", glob.Value).Members())
            .Aggregate(new FolderOptions(), (options, member) => Try(options, () =>
            SettingKeys.OfFolder.TryGetValue(FormerKeys.PresentName(member.Name, shownPath, warnings), out var set)
                ? set(options, Value($"{shownPath}: \"{name}.{member.Name}\"", member.Value))
                : throw SettingKeys.Unknown($"{shownPath}, folder \"{glob.Name}\"", member.Name, SettingKeys.OfFolder.Keys)));
        return new Dictionary<string, FolderOptions>(folders, StringComparer.Ordinal) { [glob.Name] = options };
    });

    /// <summary>Returns the result of a step. When the step fails, adds a warning and returns the previous value.</summary>
    private T Try<T>(T before, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SearchNotesException fault)
        {
            warnings.Add(fault.Message);
            return before;
        }
    }

    // An absolute path of a file has a folder.
    private SettingValue Value(string name, JsonElement json) => SettingValue.InFile(name, Path.GetDirectoryName(fullPath)!, json);

    /// <summary>Returns the warnings, limited in number and length because the file may be hostile.</summary>
    private IEnumerable<string> Warnings()
    {
        var shown = warnings.Take(MaxWarnings).Select(Short);
        if (warnings.Count > MaxWarnings)
            shown = shown.Append($"{shownPath}: {warnings.Count - MaxWarnings} more values are invalid.");
        return ignoredKeys.Count == 0 ? shown : shown.Append(IgnoredKeysWarning());
    }

    private string IgnoredKeysWarning()
    {
        var keys = string.Join(", ", ignoredKeys.Select(key => $"\"{key}\""));
        return $"{shownPath} is among the posts, so only its keys about the blog are used, not {keys}; set those by flag or environment variable, or name the file with --settings.";
    }

    private static string Short(string text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters] + "…";
}
