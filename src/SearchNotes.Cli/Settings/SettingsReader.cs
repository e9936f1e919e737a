namespace SearchNotes.Cli.Settings;

/// <summary>Brings settings together: a flag is stronger than the environment, the environment than the file.</summary>
/// <param name="surroundings">Folder and variables.</param>
internal sealed class SettingsReader(Surroundings surroundings)
{
    /// <summary>What the names of variables begin with.</summary>
    public const string Prefix = "SEARCHNOTES_";

    /// <summary>The variable of a key.</summary>
    public static string VariableOf(string key) => Prefix + key.ToUpperInvariant();

    /// <summary>Reads everything.</summary>
    /// <param name="flags">Key and text of each flag that was typed.</param>
    /// <param name="settingsFile">The file that <c>--settings</c> names.</param>
    /// <exception cref="SearchNotesException">Something set makes no sense.</exception>
    public ProgramSettings Read(IReadOnlyDictionary<string, string> flags, string? settingsFile = null)
    {
        var settings = new ProgramSettings { Corpus = surroundings.FullPath("corpus"), Index = surroundings.FullPath("index") };
        var typed = Variables();
        foreach (var flag in flags)
            typed[flag.Key] = Typed($"--{flag.Key.Replace('_', '-')}", flag.Value);
        if (File(settingsFile, typed.GetValueOrDefault("corpus")?.Path()) is { } file)
        {
            settings = SettingsFile.Apply(settings with { File = file }, file, surroundings.ShortPath(file));
            settings = settings with { FileHoldsKey = (settings.Server.ReindexKey ?? settings.Server.HookSecret) is not null };
        }

        foreach (var set in typed)
            settings = SettingKeys.Set(settings, set.Key, set.Value) ?? settings;
        return settings;
    }

    private Dictionary<string, SettingValue> Variables()
    {
        Dictionary<string, SettingValue> typed = [];
        foreach (var key in SettingKeys.All)
        {
            var name = VariableOf(key);
            if (surroundings.Variable(name) is { Length: > 0 } text)
                typed[key] = Typed(name, text);
        }

        return typed;
    }

    /// <summary>The file to read: the one named; else of a corpus that was named, its own; else the one here; else the default corpus's.</summary>
    private string? File(string? named, string? namedCorpus)
    {
        if ((named ?? surroundings.Variable(VariableOf("settings"))) is { Length: > 0 } path)
            return surroundings.FullPath(path);

        string?[] folders = namedCorpus is null ? [surroundings.Folder, surroundings.FullPath("corpus")] : [namedCorpus, surroundings.Folder];
        return folders.Select(folder => Path.Combine(folder!, SettingsFile.Name)).FirstOrDefault(System.IO.File.Exists);
    }

    private SettingValue Typed(string name, string text) => SettingValue.Typed(name, surroundings.Folder, text);
}
